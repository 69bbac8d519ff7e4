<?xml version="1.0" encoding="UTF-8"?>
<!-- 図のファイル（gyokaku charts）の一覧のページ。事実は評価報告書と同じで、それにできた図（picture）を加えたもの。
     言葉はwording-charts.xsl、見た目はsite.cssとcharts.css。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="report.xsl"/>
  <xsl:import href="wording-charts.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <!-- 系列と目盛りの組ごとの点。図の中で探す -->
  <xsl:key name="point" match="picture//point" use="concat(generate-id(..), '|', @at)"/>
  <xsl:key name="column" match="picture//point" use="concat(generate-id(../..), '|', @at)"/>

  <xsl:template match="/facts">
    <xsl:variable name="title"><xsl:call-template name="charts-title"/></xsl:variable>
    <xsl:variable name="about"><xsl:call-template name="charts-description"/></xsl:variable>
    <xsl:variable name="contents"><xsl:call-template name="charts-contents-label"/></xsl:variable>
    <document lang="{@lang}" title="{$title}" author="{plan/@municipality}" class="site">
      <page path="index.html" title="{$title}｜{plan/@municipality}" description="{$about}" class="charts">
        <p class="skip"><a href="#main"><xsl:call-template name="charts-skip"/></a></p>
        <xsl:call-template name="marks"/>
        <h1><xsl:value-of select="$title"/></h1>
        <p class="lead"><xsl:call-template name="charts-lead"/></p>
        <ul><xsl:call-template name="charts-forms"/></ul>
        <xsl:if test="plan/@actuals-sample"><p class="sample"><xsl:call-template name="report-sample-note"/></p></xsl:if>
        <xsl:if test="picture"><nav class="toc" label="{$contents}"><ul>
          <xsl:for-each select="picture"><li><a href="#figure-{@name}"><xsl:call-template name="picture-title"/></a></li></xsl:for-each>
        </ul></nav></xsl:if>
        <xsl:apply-templates select="picture"/>
      </page>
    </document>
  </xsl:template>

  <!-- 系列のリンク（href）は、元の文書の中の場所なので写さない -->
  <xsl:template match="picture">
    <xsl:variable name="short"><xsl:call-template name="picture-short-alt"/></xsl:variable>
    <section id="figure-{@name}" class="picture">
      <h2><xsl:call-template name="picture-title"/></h2>
      <figure>
        <xsl:if test="@caption"><figcaption><xsl:value-of select="@caption"/></figcaption></xsl:if>
        <chart src="file:{file[@form='text']/@path}" alt="{$short}"><xsl:copy-of select="chart/@*[name()!='alt' and name()!='id']"/><xsl:for-each select="chart/series"><series><xsl:copy-of select="@*[name()!='href']|point"/></series></xsl:for-each></chart>
      </figure>
      <ul class="downloads"><xsl:for-each select="file"><li><a href="file:{@path}"><xsl:call-template name="file-words"/></a></li></xsl:for-each></ul>
      <h3><xsl:call-template name="alt-title"/></h3>
      <p><xsl:value-of select="chart/@alt"/></p>
      <h3><xsl:call-template name="data-title"/></h3>
      <xsl:apply-templates select="chart" mode="data"/>
    </section>
  </xsl:template>

  <!-- 系列ごとに1行、目盛りごとに1列 -->
  <xsl:template match="chart" mode="data">
    <xsl:variable name="chart" select="."/>
    <xsl:variable name="columns" select="series/point[generate-id()=generate-id(key('column', concat(generate-id($chart), '|', @at))[1])]"/>
    <table class="data stack"><caption><xsl:call-template name="data-caption"/></caption>
      <thead><tr><th scope="col"><xsl:call-template name="series-head"/></th><xsl:for-each select="$columns"><th scope="col"><xsl:value-of select="@at"/></th></xsl:for-each></tr></thead>
      <tbody><xsl:for-each select="series"><xsl:variable name="series" select="."/>
        <tr><th scope="row"><xsl:value-of select="@name"/></th><xsl:for-each select="$columns"><td><xsl:for-each select="key('point', concat(generate-id($series), '|', @at))"><xsl:if test="position()&gt;1"><xsl:text>、</xsl:text></xsl:if><xsl:call-template name="point-words"/></xsl:for-each></td></xsl:for-each></tr>
      </xsl:for-each></tbody></table>
  </xsl:template>
  <!-- 文字のない推計の点は、実績から線を引き始める所で、推計の値ではない。文脈：point -->
  <xsl:template name="point-words"><xsl:value-of select="."/><xsl:if test=".='' and not(../@role='projection')"><xsl:value-of select="@value"/></xsl:if><xsl:if test="@state and @state!='' and .!='—'"><xsl:call-template name="state-words"/></xsl:if></xsl:template>
</xsl:stylesheet>

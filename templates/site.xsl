<?xml version="1.0" encoding="UTF-8"?>
<!-- 事実からウェブのページへ：1回の変換で全てのページを作る。文、表の部品、図は評価報告書（report*.xsl）と同じものを使い、ここでは
     ページの形（見出し、パンくず、日付、問い合わせ先）と開始ページを決める。言葉はwording.xslとwording-site.xsl、見た目はsite.css。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="report.xsl"/>
  <xsl:import href="wording-site.xsl"/>
  <xsl:import href="site-parts.xsl"/>
  <xsl:import href="site-initiative.xsl"/>
  <xsl:import href="site-lists.xsl"/>
  <xsl:import href="site-results.xsl"/>
  <xsl:import href="site-back.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <!-- 探すもの。取組が何千あっても、1つのページにかかる手間は変わらない -->
  <xsl:key name="sheet" match="sheet" use="@ref"/>
  <xsl:key name="policy-sheets" match="sheet" use="string(group[1]/@id)"/>
  <xsl:key name="office-sheets" match="sheet" use="owner/@office"/>
  <xsl:key name="year-entries" match="entry" use="@year"/>
  <xsl:key name="policy-tally" match="facts/tally[@by='policy']" use="@id"/>
  <xsl:key name="office-tally" match="facts/tally[@by='department']" use="@label"/>
  <xsl:key name="policy-years" match="results/tally[@by='policy']" use="@id"/>
  <xsl:key name="office-name" match="office" use="@name"/>
  <xsl:key name="corrections" match="correction" use="@ref"/>
  <xsl:variable name="all" select="/facts/tally[@by='all']"/>
  <xsl:variable name="outcomes" select="/facts/outcomes/outcome"/>
  <xsl:variable name="dates" select="/facts/dates[@of='all']"/>
  <xsl:variable name="plan-dates" select="/facts/dates[@of='plan']"/>
  <xsl:variable name="contact" select="/facts/contact"/>
  <xsl:variable name="site-name"><xsl:call-template name="site-name"/></xsl:variable>
  <xsl:variable name="has-effects" select="/facts/effect or key('year-entries', $report/@year)/effect"/>

  <xsl:template match="/facts">
    <document lang="{@lang}" title="{$site-name}" author="{plan/@municipality}" class="site">
      <xsl:call-template name="start-page"/>
      <xsl:call-template name="results-page"/>
      <xsl:call-template name="list-page"/>
      <xsl:apply-templates select="sheet"/>
      <xsl:if test="policy"><xsl:call-template name="policies-page"/></xsl:if>
      <xsl:apply-templates select="policy" mode="page"/>
      <xsl:call-template name="offices-page"/>
      <xsl:apply-templates select="office"/>
      <xsl:if test="chapter"><xsl:call-template name="plan-page"/></xsl:if>
      <xsl:call-template name="rules-page"/>
      <xsl:call-template name="changes-page"/>
      <xsl:call-template name="data-page"/>
      <xsl:call-template name="glossary-page"/>
      <xsl:call-template name="accessibility-page"/>
      <xsl:call-template name="missing-page"/>
    </document>
  </xsl:template>

  <!-- 開始ページ：どうなっているかを、初めの一画面で答える -->
  <xsl:template name="start-page">
    <page path="index.html" id="index" class="start">
      <xsl:call-template name="start-attributes"/>
      <xsl:copy-of select="$head"/>
      <xsl:copy-of select="$page-marks"/>
      <h1 class="message"><xsl:for-each select="$all"><xsl:call-template name="start-message"/></xsl:for-each></h1>
      <xsl:for-each select="$dates"><xsl:call-template name="page-dates"/></xsl:for-each>
      <xsl:for-each select="$all"><xsl:call-template name="score"/></xsl:for-each>
      <p class="lead"><xsl:for-each select="$all"><xsl:call-template name="measured-apart"/></xsl:for-each></p>
      <p class="more"><a href="#results"><xsl:call-template name="results-link"/></a></p>
      <div class="box about">
        <h2><xsl:call-template name="about-title"/></h2>
        <p><xsl:call-template name="about-plan"/></p>
        <xsl:if test="$report/@as-of-text"><p class="note"><xsl:call-template name="as-of-sentence"/></p></xsl:if>
        <xsl:if test="$plan/@actuals-sample"><p class="sample"><xsl:call-template name="report-sample-note"/></p></xsl:if>
        <xsl:if test="$plan/@sample and not($plan/@actuals-sample)"><p class="sample"><xsl:call-template name="sample-note"/></p></xsl:if>
      </div>
      <nav class="toc" label="{$contents-label}"><ul>
        <xsl:if test="policy"><li><a href="#index/policies"><xsl:call-template name="by-policy-title"/></a></li></xsl:if>
        <li><a href="#index/matrix"><xsl:call-template name="matrix-title"/></a></li>
        <li><a href="#index/late"><xsl:call-template name="late-title"/></a></li>
        <xsl:if test="$papers"><li><a href="#index/downloads"><xsl:call-template name="downloads-title"/></a></li></xsl:if>
        <li><a href="#index/pages"><xsl:call-template name="pages-title"/></a></li>
      </ul></nav>
      <xsl:if test="policy"><section id="index/policies">
        <h2><xsl:call-template name="by-policy-title"/></h2>
        <xsl:call-template name="shares"/>
        <div class="cards"><xsl:for-each select="policy"><div class="card">
          <h3><a href="#policy-{@id}"><xsl:call-template name="policy-name"/></a></h3>
          <xsl:for-each select="key('policy-tally', @id)"><p><xsl:call-template name="met-of"/></p><xsl:call-template name="counts-line"/></xsl:for-each>
        </div></xsl:for-each></div>
      </section></xsl:if>
      <section id="index/matrix">
        <h2><xsl:call-template name="matrix-title"/></h2>
        <p><xsl:call-template name="matrix-lead"/></p>
        <xsl:call-template name="matrix-table"/>
        <p class="more"><a href="#initiatives"><xsl:call-template name="list-link"/></a></p>
      </section>
      <section id="index/late">
        <h2><xsl:call-template name="late-title"/></h2>
        <xsl:call-template name="late-table"/>
      </section>
      <xsl:if test="$papers"><section id="index/downloads">
        <h2><xsl:call-template name="downloads-title"/></h2>
        <ul class="downloads"><xsl:for-each select="$papers"><li><xsl:call-template name="download-link"/></li></xsl:for-each></ul>
      </section></xsl:if>
      <section id="index/pages">
        <h2><xsl:call-template name="pages-title"/></h2>
        <ul class="pages">
          <li><a href="#results"><xsl:call-template name="summary-entry"/></a></li>
          <li><a href="#initiatives"><xsl:call-template name="list-title"/></a></li>
          <xsl:if test="policy"><li><a href="#policies"><xsl:call-template name="policies-title"/></a></li></xsl:if>
          <li><a href="#departments"><xsl:call-template name="offices-title"/></a></li>
          <xsl:if test="chapter"><li><a href="#plan"><xsl:call-template name="plan-title"/></a></li></xsl:if>
          <xsl:call-template name="back-entries"/>
        </ul>
      </section>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>
  <xsl:template name="start-attributes">
    <xsl:attribute name="title"><xsl:call-template name="start-page-title"/></xsl:attribute>
    <xsl:attribute name="description"><xsl:call-template name="start-description"/></xsl:attribute>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- 年度の結果のページ：全体、年度の推移、基本方針別と担当課別、達成していない取組、財政効果、総括、意見と対応。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="results-page">
    <xsl:variable name="title"><xsl:call-template name="summary-entry"/></xsl:variable>
    <page path="results.html" id="results" class="results">
      <xsl:call-template name="page-attributes"><xsl:with-param name="own" select="$title"/><xsl:with-param name="about"><xsl:for-each select="$all"><xsl:call-template name="year-message"/></xsl:for-each></xsl:with-param></xsl:call-template>
      <xsl:copy-of select="$head"/>
      <xsl:call-template name="crumbs"><xsl:with-param name="here" select="$title"/></xsl:call-template>
      <h1><xsl:value-of select="$title"/></h1>
      <xsl:for-each select="$dates"><xsl:call-template name="page-dates"/></xsl:for-each>
      <p class="message"><xsl:for-each select="$all"><xsl:call-template name="year-message"/></xsl:for-each></p>
      <xsl:for-each select="$all"><xsl:call-template name="score"/></xsl:for-each>
      <p><xsl:for-each select="$all"><xsl:call-template name="year-detail"/><xsl:if test="other[@n&gt;0]"><xsl:call-template name="year-others"/></xsl:if></xsl:for-each></p>
      <xsl:for-each select="change"><p><xsl:call-template name="change-sentence"/></p></xsl:for-each>
      <xsl:if test="$all/@differing&gt;0"><p class="note"><xsl:for-each select="$all"><xsl:call-template name="differing-sentence"/></xsl:for-each></p></xsl:if>
      <nav class="toc" label="{$contents-label}"><ul>
        <li><a href="#results/years"><xsl:call-template name="years-title"/></a></li>
        <li><a href="#results/tallies"><xsl:call-template name="tallies-title"/></a></li>
        <li><a href="#results/late"><xsl:call-template name="late-title"/></a></li>
        <xsl:if test="$has-effects"><li><a href="#results/effects"><xsl:call-template name="effects-title"/></a></li></xsl:if>
        <xsl:if test="results/overview"><li><a href="#results/overview"><xsl:call-template name="overview-title"/></a></li></xsl:if>
        <xsl:if test="results/opinion"><li><a href="#results/opinions"><xsl:call-template name="opinions-title"/></a></li></xsl:if>
      </ul></nav>
      <section id="results/years">
        <h2><xsl:call-template name="years-title"/></h2>
        <xsl:call-template name="years-figure"><xsl:with-param name="tallies" select="results/tally[@by='all']"/><xsl:with-param name="caption"><xsl:call-template name="years-figure-caption"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="years-table"><xsl:with-param name="tallies" select="results/tally[@by='all']"/></xsl:call-template>
        <p class="note"><xsl:call-template name="years-note"/></p>
      </section>
      <section id="results/tallies">
        <h2><xsl:call-template name="tallies-title"/></h2>
        <xsl:if test="tally[@by='policy']"><xsl:call-template name="shares"/></xsl:if>
        <xsl:call-template name="web-tally"><xsl:with-param name="by" select="'policy'"/><xsl:with-param name="caption"><xsl:call-template name="policy-tally-caption"/></xsl:with-param></xsl:call-template>
        <xsl:for-each select="tally[@by='group' and not(@level=preceding-sibling::tally[@by='group']/@level)]">
          <table class="tally stack"><caption><xsl:call-template name="level-tally-caption"/></caption><xsl:call-template name="tally-head"/>
            <tbody><xsl:for-each select="/facts/tally[@by='group' and @level=current()/@level]"><xsl:call-template name="tally-row"/></xsl:for-each></tbody></table>
        </xsl:for-each>
        <xsl:call-template name="web-tally"><xsl:with-param name="by" select="'department'"/><xsl:with-param name="caption"><xsl:call-template name="department-tally-caption"/></xsl:with-param></xsl:call-template>
        <p class="note"><xsl:call-template name="tally-note"/></p>
      </section>
      <section id="results/late">
        <h2><xsl:call-template name="late-title"/></h2>
        <xsl:call-template name="late-table"><xsl:with-param name="next" select="true()"/></xsl:call-template>
      </section>
      <xsl:if test="$has-effects"><xsl:call-template name="effects-part"/></xsl:if>
      <xsl:if test="results/overview"><section id="results/overview">
        <h2><xsl:call-template name="overview-title"/></h2>
        <xsl:for-each select="results[overview]"><xsl:sort select="@year" data-type="number" order="descending"/><h3><xsl:value-of select="@label"/></h3><xsl:copy-of select="overview/*"/></xsl:for-each>
      </section></xsl:if>
      <xsl:if test="results/opinion"><section id="results/opinions">
        <h2><xsl:call-template name="opinions-title"/></h2>
        <xsl:for-each select="results[opinion]"><xsl:sort select="@year" data-type="number" order="descending"/><h3><xsl:value-of select="@label"/></h3><xsl:apply-templates select="opinion" mode="web"/></xsl:for-each>
      </section></xsl:if>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>

  <!-- 報告書と同じ表を、狭い画面では1行を1枚にする -->
  <xsl:template name="web-tally"><xsl:param name="by"/><xsl:param name="caption"/>
    <table class="tally stack"><caption><xsl:value-of select="$caption"/></caption><xsl:call-template name="tally-head"/>
      <tbody><xsl:for-each select="tally[@by=$by or @by='all']"><xsl:sort select="@by='all'"/><xsl:call-template name="tally-row"/></xsl:for-each></tbody></table>
  </xsl:template>

  <xsl:template name="effects-part">
    <section id="results/effects">
      <h2><xsl:call-template name="effects-title"/></h2>
      <p><xsl:call-template name="effects-lead"/></p>
      <xsl:if test="effect"><table class="effects stack"><caption><xsl:call-template name="effects-caption"/></caption>
        <thead><tr><th scope="col">区分</th><th scope="col">見込み</th><th scope="col">効果額</th><th scope="col">費用</th><th scope="col">純効果額</th><th scope="col">計画期間の累計</th></tr></thead>
        <tbody><xsl:for-each select="effect"><tr><th scope="row"><xsl:value-of select="@category"/></th><xsl:choose><xsl:when test="@too-large"><td colspan="5"><xsl:call-template name="too-large"/></td></xsl:when><xsl:otherwise>
          <xsl:call-template name="money"><xsl:with-param name="text" select="@planned-text"/></xsl:call-template><xsl:call-template name="money"><xsl:with-param name="text" select="@yearly-text"/></xsl:call-template><xsl:call-template name="money"><xsl:with-param name="text" select="@cost-text"/></xsl:call-template><xsl:call-template name="money"><xsl:with-param name="text" select="@net-text"/></xsl:call-template><xsl:call-template name="money"><xsl:with-param name="text" select="@cumulative-text"/></xsl:call-template></xsl:otherwise></xsl:choose></tr></xsl:for-each></tbody></table></xsl:if>
      <xsl:if test="key('year-entries', $report/@year)/effect"><table class="effect-rows stack"><caption><xsl:call-template name="effect-rows-caption"/></caption>
        <thead><tr><th scope="col">取組</th><th scope="col">区分</th><th scope="col">見込み</th><th scope="col">効果額</th><th scope="col">費用</th><th scope="col">純効果額</th><th scope="col">算定の方法</th></tr></thead>
        <tbody><xsl:for-each select="key('year-entries', $report/@year)/effect"><tr><th scope="row"><xsl:for-each select="../.."><xsl:call-template name="sheet-link"/></xsl:for-each></th><td><xsl:value-of select="@category"/>（<xsl:value-of select="@kind-word"/>）</td>
          <xsl:call-template name="money"><xsl:with-param name="text" select="@planned-text"/></xsl:call-template><xsl:call-template name="money"><xsl:with-param name="text" select="@amount-text"/></xsl:call-template><xsl:call-template name="money"><xsl:with-param name="text" select="@cost-text"/></xsl:call-template><xsl:call-template name="money"><xsl:with-param name="text" select="@net-text"/></xsl:call-template><td><xsl:value-of select="@rule"/></td></tr></xsl:for-each></tbody></table></xsl:if>
    </section>
  </xsl:template>
  <xsl:template name="money"><xsl:param name="text"/><td class="num"><xsl:call-template name="signed"><xsl:with-param name="text" select="$text"/></xsl:call-template></td></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- 事実から年度の評価報告書へ：表紙、目次、一年の結果、状況、一覧、達成していない取組、財政効果、シート、判定の方法、訂正と変更、巻末。
     計画書と同じ部分（柱、巻末、計画の内容）はplan.xslとsheet.xslのものを使う。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="plan.xsl"/>
  <xsl:import href="report-summary.xsl"/>
  <xsl:import href="report-sheet.xsl"/>
  <xsl:import href="report-back.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <xsl:variable name="report" select="/facts/report"/>
  <xsl:variable name="judgement" select="/facts/judgement"/>
  <!-- 全体で1件以上ある、判定以外の区分 -->
  <xsl:variable name="others" select="/facts/tally[@by='all']/other[@n&gt;0]"/>

  <xsl:template match="/facts">
    <xsl:variable name="title"><xsl:call-template name="document-title"/></xsl:variable>
    <document lang="{@lang}" title="{$title}" author="{plan/@municipality}" class="report">
      <xsl:call-template name="report-cover"/>
      <xsl:call-template name="report-contents"/>
      <xsl:call-template name="summary"/>
      <xsl:call-template name="tallies"/>
      <xsl:call-template name="matrix"/>
      <xsl:call-template name="late"/>
      <xsl:if test="effect|sheet/effect"><xsl:call-template name="effects"/></xsl:if>
      <xsl:call-template name="sheets"/>
      <xsl:apply-templates select="sheet"/>
      <xsl:call-template name="rules"/>
      <xsl:apply-templates select="chapter[not(@sheets)]"/>
      <xsl:if test="plan-revision|revision|correction|since"><xsl:call-template name="changes"/></xsl:if>
      <xsl:if test="contact|licence|department"><xsl:call-template name="back"/></xsl:if>
    </document>
  </xsl:template>

  <!-- 計画書とは違う題と印 -->
  <xsl:template name="document-title"><xsl:call-template name="report-title"/></xsl:template>
  <xsl:template name="marks">
    <xsl:if test="$plan/@state='案'"><aside class="mark">案</aside></xsl:if>
    <xsl:if test="$plan/@actuals-sample"><aside class="mark"><xsl:call-template name="report-sample-mark"/></aside></xsl:if>
    <xsl:if test="$plan/@sample and not($plan/@actuals-sample)"><aside class="mark"><xsl:call-template name="sample-mark"/></aside></xsl:if>
  </xsl:template>

  <xsl:template name="report-cover">
    <page class="cover" title="表紙">
      <xsl:call-template name="marks"/>
      <h1><xsl:value-of select="plan/@title"/><br/><xsl:call-template name="report-name"/></h1>
      <xsl:if test="plan/@state='案'"><p><xsl:call-template name="state"/></p></xsl:if>
      <p class="asof"><xsl:call-template name="as-of"/></p>
      <xsl:if test="report/@published-text"><p><xsl:call-template name="published"/></p></xsl:if>
      <p class="publisher"><xsl:value-of select="plan/@municipality"/></p>
      <xsl:if test="plan/@actuals-sample"><p class="sample"><xsl:call-template name="report-sample-note"/></p></xsl:if>
    </page>
  </xsl:template>

  <xsl:template name="report-contents">
    <xsl:variable name="title"><xsl:call-template name="contents-title"/></xsl:variable>
    <page class="contents" title="{$title}">
      <xsl:call-template name="running"/>
      <h1><xsl:value-of select="$title"/></h1>
      <nav class="toc"><ol class="toc">
        <li class="top"><a href="#summary"><xsl:call-template name="summary-entry"/><span class="page"/></a></li>
        <li class="top"><a href="#tallies"><xsl:call-template name="tallies-title"/><span class="page"/></a></li>
        <li class="top"><a href="#matrix"><xsl:call-template name="matrix-title"/><span class="page"/></a></li>
        <li class="top"><a href="#late"><xsl:call-template name="late-title"/><span class="page"/></a></li>
        <xsl:if test="effect|sheet/effect"><li class="top"><a href="#effects"><xsl:call-template name="effects-title"/><span class="page"/></a></li></xsl:if>
        <li class="top"><a href="#sheets"><xsl:call-template name="sheets-title"/><span class="page"/></a></li>
        <xsl:for-each select="sheet[@first-of-policy]"><li class="sub"><a href="#{@id}"><xsl:call-template name="policy-heading"/><span class="page"/></a></li></xsl:for-each>
        <li class="top"><a href="#rules"><xsl:call-template name="rules-title"/><span class="page"/></a></li>
        <xsl:for-each select="chapter[not(@sheets)]"><li class="top"><a href="#{@id}"><xsl:call-template name="reference-entry"/><span class="page"/></a></li></xsl:for-each>
        <xsl:if test="plan-revision|revision|correction|since"><li class="top"><a href="#changes"><xsl:call-template name="changes-title"/><span class="page"/></a></li></xsl:if>
        <xsl:if test="contact|licence|department"><li class="top"><a href="#back"><xsl:call-template name="back-title"/><span class="page"/></a></li></xsl:if>
      </ol></nav>
    </page>
  </xsl:template>

  <!-- 計画の章は、参考として判定の方法の後に置く -->
  <xsl:template name="chapter-heading"><xsl:call-template name="reference-heading"/></xsl:template>

  <!-- シートの扉：取組、判定、ページの一覧 -->
  <xsl:template name="sheets">
    <xsl:variable name="title"><xsl:call-template name="sheets-title"/></xsl:variable>
    <page class="chapter" id="sheets" title="{$title}">
      <xsl:call-template name="running"/>
      <h1><xsl:value-of select="$title"/></h1>
      <nav class="toc"><ol class="toc list">
        <xsl:for-each select="sheet">
          <xsl:if test="@first-of-policy"><li class="top"><a href="#{@id}"><xsl:call-template name="policy-heading"/><span class="page"/></a></li></xsl:if>
          <li class="sub"><a href="#{@id}"><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:call-template name="sheet-entry"/><span class="page"/></a></li>
        </xsl:for-each>
      </ol></nav>
    </page>
  </xsl:template>
</xsl:stylesheet>

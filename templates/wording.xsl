<?xml version="1.0" encoding="UTF-8"?>
<!-- 出力が自ら述べる言葉。一つの文が一つの名前付きテンプレートで、市はここだけを書き換えればよい。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- 文書の題。案であることも題で分かるようにする。文脈：facts -->
  <xsl:template name="document-title"><xsl:value-of select="$plan/@title"/><xsl:if test="$plan/@state='案'">（案）</xsl:if><xsl:if test="$plan/@sample">【見本】</xsl:if></xsl:template>
  <xsl:template name="state">（<xsl:value-of select="$plan/@state"/>）</xsl:template>
  <xsl:template name="sample-mark">見本</xsl:template>
  <xsl:template name="sample-note">見本：この文書の文章は、公表された計画の案を短く書き直したものです。題名、名称、数値の定義及び目標値は計画の案のとおりです。</xsl:template>
  <xsl:template name="contents-title">目次</xsl:template>
  <xsl:template name="sheet-list-title">取組みの一覧</xsl:template>

  <!-- 見出し。文脈：chapter、section、sheet -->
  <xsl:template name="chapter-heading"><xsl:value-of select="@number"/><xsl:text> </xsl:text><xsl:value-of select="@title"/></xsl:template>
  <xsl:template name="chapter-entry"><xsl:value-of select="@number"/><xsl:text>　</xsl:text><xsl:value-of select="@toc-title"/></xsl:template>
  <xsl:template name="section-heading"><xsl:value-of select="@number"/>. <xsl:value-of select="@title"/></xsl:template>
  <xsl:template name="section-entry"><xsl:value-of select="@number"/>. <xsl:value-of select="@toc-title"/></xsl:template>
  <xsl:template name="policy-heading">基本方針<xsl:value-of select="policy/@number"/><xsl:text>　</xsl:text><xsl:value-of select="policy"/></xsl:template>
  <xsl:template name="sheet-heading"><xsl:value-of select="@ref"/><xsl:text>　</xsl:text><xsl:value-of select="name"/></xsl:template>
  <xsl:template name="sheet-entry"><xsl:value-of select="@ref"/><xsl:text>　</xsl:text><xsl:value-of select="name"/>（<xsl:value-of select="department"/>）</xsl:template>

  <!-- 表の題 -->
  <xsl:template name="policies-caption">基本方針と取組み方針</xsl:template>
  <xsl:template name="outline-caption"><xsl:choose><xsl:when test="@head"><xsl:value-of select="@head"/></xsl:when><xsl:otherwise>基本方針</xsl:otherwise></xsl:choose>ごとの項目と主な取組み</xsl:template>
  <xsl:template name="viewpoints-caption">視点とその内容</xsl:template>
  <xsl:template name="years-caption">年度ごとの目標値と実績値</xsl:template>
  <xsl:template name="viewpoint-label">視点<xsl:value-of select="@number"/><xsl:text> </xsl:text><xsl:value-of select="@name"/></xsl:template>

  <!-- 記号の読み -->
  <xsl:template name="continue-word">継続</xsl:template>
  <xsl:template name="none-word">対象外</xsl:template>

  <!-- 基準値。文脈：baseline -->
  <xsl:template name="baseline"><xsl:if test="@approx and not(starts-with(., '約'))">約</xsl:if><xsl:value-of select="."/>（<xsl:value-of select="@year"/><xsl:if test="@as-of">、<xsl:value-of select="@as-of"/>現在</xsl:if>）</xsl:template>

  <!-- 改めた目標値の注。文脈：revised -->
  <xsl:template name="revised-note">※ <xsl:value-of select="@year"/>の目標値は、<xsl:value-of select="@date"/>に「<xsl:value-of select="."/>」から改めた<xsl:if test="@decided-by">（決定：<xsl:value-of select="@decided-by"/>）</xsl:if><xsl:if test="@reason">。理由：<xsl:value-of select="@reason"/></xsl:if>。</xsl:template>

  <!-- 巻末 -->
  <xsl:template name="back-title">問い合わせ先など</xsl:template>
  <xsl:template name="contact-title">問い合わせ先</xsl:template>
  <xsl:template name="departments-title">担当課一覧</xsl:template>
  <xsl:template name="licence-title">利用条件</xsl:template>
  <xsl:template name="licence-note">この文書は、次の利用条件の下で利用できます。</xsl:template>
  <xsl:template name="corrections-title">正誤表</xsl:template>
  <!-- 正誤の箇所。文脈：correction -->
  <xsl:template name="correction-place"><xsl:if test="@document='report'">評価報告書<xsl:text> </xsl:text></xsl:if><xsl:value-of select="@ref"/><xsl:if test="@year"><xsl:text> </xsl:text><xsl:value-of select="@year"/></xsl:if><xsl:if test="@field"><xsl:text> </xsl:text><xsl:call-template name="field-word"/></xsl:if><xsl:for-each select="/facts/sheet[@ref=current()/@ref]/indicator[@id=current()/@indicator]">（<xsl:value-of select="definition"/>）</xsl:for-each></xsl:template>
  <!-- 欄の名前。様式にある言葉で。文脈：correction -->
  <xsl:template name="field-word"><xsl:choose>
    <xsl:when test="@field='name'">主な取組み</xsl:when>
    <xsl:when test="@field='department'">主管課</xsl:when>
    <xsl:when test="@field='current'">現状</xsl:when>
    <xsl:when test="@field='challenge'">課題</xsl:when>
    <xsl:when test="@field='action'">取組み内容</xsl:when>
    <xsl:when test="@field='goal'">期間内の最終目標</xsl:when>
    <xsl:when test="@field='related'">関係計画等</xsl:when>
    <xsl:when test="@field='definition'">数値の定義</xsl:when>
    <xsl:when test="@field='baseline'">基準値</xsl:when>
    <xsl:when test="@field='target'">目標値</xsl:when>
    <xsl:when test="@field='actual'">実績値</xsl:when>
    <xsl:otherwise><xsl:value-of select="@field"/></xsl:otherwise>
  </xsl:choose></xsl:template>
</xsl:stylesheet>

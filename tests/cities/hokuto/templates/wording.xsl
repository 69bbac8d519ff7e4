<?xml version="1.0" encoding="UTF-8"?>
<!-- 架空市の言葉。年度は西暦で書き、和暦を添える。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="document-title"><xsl:value-of select="/facts/plan/@title"/><xsl:if test="/facts/plan/@state='案'"> 素案</xsl:if><xsl:if test="/facts/plan/@sample"> 見本</xsl:if></xsl:template>
  <xsl:template name="cover-period">計画期間　<xsl:value-of select="/facts/plan/@first"/>から<xsl:value-of select="/facts/plan/@last"/>まで（<xsl:value-of select="/facts/years/@count"/>年間）</xsl:template>
  <xsl:template name="cover-date"><xsl:value-of select="/facts/plan/@date-text"/><xsl:choose><xsl:when test="/facts/plan/@state='案'">素案</xsl:when><xsl:otherwise>策定</xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template name="cover-sample">見本：内容は架空のものです。</xsl:template>
  <xsl:template name="contents-title">もくじ</xsl:template>
  <xsl:template name="contents-chapters">本編</xsl:template>
  <xsl:template name="contents-sheets">取組の個票</xsl:template>
  <xsl:template name="list-caption">個票の番号順</xsl:template>

  <!-- 見出し。文脈：chapter、section、sheet -->
  <xsl:template name="chapter-heading">第<xsl:value-of select="@number"/>章　<xsl:value-of select="@title"/></xsl:template>
  <xsl:template name="chapter-entry">第<xsl:value-of select="@number"/>章　<xsl:value-of select="@toc-title"/></xsl:template>
  <xsl:template name="section-heading">（<xsl:value-of select="@number"/>）<xsl:value-of select="@title"/></xsl:template>
  <xsl:template name="section-entry">（<xsl:value-of select="@number"/>）<xsl:value-of select="@toc-title"/></xsl:template>
  <xsl:template name="sheet-heading">取組<xsl:value-of select="@ref"/>　<xsl:value-of select="name"/></xsl:template>
  <xsl:template name="sheet-place">方針<xsl:value-of select="policy/@number"/>「<xsl:value-of select="policy"/>」　<xsl:value-of select="item"/></xsl:template>
  <xsl:template name="sheet-owner">担当課　<xsl:value-of select="department"/></xsl:template>

  <!-- 個票の欄。様式が知らない欄は、計画に書かれた見出しのまま載せる -->
  <xsl:template name="label-current">背景</xsl:template>
  <xsl:template name="label-action">事業概要</xsl:template>
  <xsl:template name="label-goal"><xsl:value-of select="/facts/plan/@last"/>に目指す姿</xsl:template>
  <xsl:template name="label-related">関連する計画</xsl:template>

  <!-- 指標の表 -->
  <xsl:template name="indicator-caption">指標<xsl:value-of select="@number"/>　<xsl:value-of select="definition"/><xsl:if test="source">（出典：<xsl:value-of select="source"/>）</xsl:if><xsl:if test="@unit">　単位：<xsl:value-of select="@unit"/></xsl:if></xsl:template>
  <xsl:template name="year-label"><xsl:value-of select="@year"/>（<xsl:value-of select="@label"/>）</xsl:template>
  <xsl:template name="baseline-label">基準値<br/>（<xsl:value-of select="@year"/><xsl:if test="@as-of">、<xsl:value-of select="@as-of"/>現在</xsl:if>）</xsl:template>
  <xsl:template name="baseline-approx">概数</xsl:template>
  <xsl:template name="same-as-before">前年度と同じ</xsl:template>
  <xsl:template name="no-target">目標なし</xsl:template>
  <xsl:template name="not-yet">実施期間の外</xsl:template>
  <xsl:template name="revised-note">＊<xsl:value-of select="@year"/>の目標値を<xsl:value-of select="@date"/>に「<xsl:value-of select="."/>」から変更<xsl:if test="@decided-by">（<xsl:value-of select="@decided-by"/>）</xsl:if><xsl:if test="@reason">。<xsl:value-of select="@reason"/></xsl:if></xsl:template>

  <!-- 巻末 -->
  <xsl:template name="back-title">お問い合わせ</xsl:template>
  <xsl:template name="departments-title">各課の電話</xsl:template>
  <xsl:template name="licence-title">この文書の利用</xsl:template>
  <xsl:template name="corrections-title">訂正の記録</xsl:template>
  <xsl:template name="correction-place">取組<xsl:value-of select="@ref"/><xsl:choose><xsl:when test="@field='target'">の目標値</xsl:when><xsl:when test="@field='baseline'">の基準値</xsl:when><xsl:when test="@field">の<xsl:value-of select="@field"/></xsl:when></xsl:choose><xsl:for-each select="/facts/sheet[@ref=current()/@ref]/indicator[@id=current()/@indicator]">（指標<xsl:value-of select="@number"/>）</xsl:for-each><xsl:if test="@year"><xsl:text> </xsl:text><xsl:value-of select="@year"/></xsl:if></xsl:template>
</xsl:stylesheet>

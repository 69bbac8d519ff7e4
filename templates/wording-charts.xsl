<?xml version="1.0" encoding="UTF-8"?>
<!-- 図のファイルの一覧（charts.xsl）だけで使う言葉。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="charts-title"><xsl:value-of select="$plan/@title"/><xsl:if test="$plan/@state='案'">（案）</xsl:if><xsl:text>　</xsl:text><xsl:value-of select="$report/@label"/>の図の一覧</xsl:template>
  <xsl:template name="charts-description"><xsl:value-of select="$report/@label"/>の評価報告書<xsl:call-template name="and-briefing"/>の図を、文書やスライドに貼り付けるためのファイルの一覧</xsl:template>
  <xsl:template name="and-briefing"><xsl:if test="picture[starts-with(@name, 'slide-')]">と説明資料</xsl:if></xsl:template>
  <xsl:template name="charts-contents-label">図の一覧</xsl:template>
  <xsl:template name="charts-skip">本文へ移動</xsl:template>
  <xsl:template name="charts-lead">評価報告書<xsl:call-template name="and-briefing"/>の図を、ほかの文書、スライド、ウェブページなどに貼り付けられます。貼り付けた先では、代替テキストを設定してください。</xsl:template>
  <xsl:template name="charts-forms">
    <li>SVG：拡大しても粗くなりません。文字は文字のままなので、書き換えと検索ができます。</li>
    <li>SVG（文字は輪郭）：書体がない機械でも、同じ形に見えます。スライドを作るソフトウェアに向きます。</li>
    <li>PNG：SVGを使えないソフトウェアに向きます。</li></xsl:template>
  <!-- 文脈：picture -->
  <xsl:template name="picture-title"><xsl:value-of select="@name"/><xsl:text>　</xsl:text><xsl:value-of select="@of"/></xsl:template>
  <xsl:template name="picture-short-alt"><xsl:value-of select="@name"/>の図。内容は、次の代替テキストと表のとおり。</xsl:template>
  <xsl:template name="alt-title">代替テキスト</xsl:template>
  <xsl:template name="data-title">データ</xsl:template>
  <!-- 文脈：file -->
  <xsl:template name="file-words"><xsl:value-of select="../@name"/><xsl:text> </xsl:text><xsl:choose>
    <xsl:when test="@form='text'">SVG</xsl:when>
    <xsl:when test="@form='outline'">SVG（文字は輪郭）</xsl:when>
    <xsl:otherwise>PNG</xsl:otherwise></xsl:choose>（<xsl:value-of select="@size"/>）</xsl:template>
  <!-- 文脈：chart -->
  <xsl:template name="data-caption"><xsl:value-of select="../@name"/>の図の値<xsl:if test="@unit and @unit!=''">（単位：<xsl:value-of select="@unit"/>）</xsl:if></xsl:template>
  <xsl:template name="series-head">区分</xsl:template>
  <!-- 欄の状態。文脈：point -->
  <xsl:template name="state-words">（<xsl:choose>
    <xsl:when test="$judgement/grade[@id=current()/@state]"><xsl:value-of select="$judgement/grade[@id=current()/@state]/@word"/></xsl:when>
    <xsl:when test="$judgement/scheme/grade[@id=current()/@state]"><xsl:value-of select="$judgement/scheme/grade[@id=current()/@state][1]/@word"/></xsl:when>
    <xsl:when test="@state='unreported'">未報告</xsl:when>
    <xsl:otherwise>対象外</xsl:otherwise></xsl:choose>）</xsl:template>
</xsl:stylesheet>

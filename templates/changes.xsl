<?xml version="1.0" encoding="UTF-8"?>
<!-- 版の違いを示す部品：diff.xsl、評価報告書、ウェブのページで使う。言葉はwording-diff.xsl。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="wording-diff.xsl"/>

  <!-- 前の読みと新しい読み。文脈：change。文は、変わった文節だけを前後の言葉とともに -->
  <xsl:template name="old-reading"><xsl:call-template name="reading"><xsl:with-param name="value" select="@old"/></xsl:call-template>
    <xsl:for-each select="hunk"><p><xsl:call-template name="quote"><xsl:with-param name="changed" select="@removed"/><xsl:with-param name="class">removed</xsl:with-param></xsl:call-template></p></xsl:for-each></xsl:template>
  <xsl:template name="new-reading"><xsl:call-template name="reading"><xsl:with-param name="value" select="@new"/></xsl:call-template>
    <xsl:for-each select="hunk"><p><xsl:call-template name="quote"><xsl:with-param name="changed" select="@added"/><xsl:with-param name="class">added</xsl:with-param></xsl:call-template></p></xsl:for-each>
    <xsl:if test="@cause"><p class="note">（<xsl:call-template name="change-cause"/>）</p></xsl:if></xsl:template>
  <xsl:template name="reading"><xsl:param name="value"/><xsl:if test="not(hunk)"><p><xsl:choose><xsl:when test="$value"><xsl:value-of select="$value"/></xsl:when><xsl:otherwise><xsl:call-template name="nothing-word"/></xsl:otherwise></xsl:choose></p></xsl:if></xsl:template>
  <xsl:template name="quote"><xsl:param name="changed"/><xsl:param name="class"/>
    <xsl:if test="@cut-before"><xsl:call-template name="cut-mark"/></xsl:if><xsl:value-of select="@before"/>
    <strong class="{$class}"><xsl:choose><xsl:when test="$changed!=''"><xsl:value-of select="$changed"/></xsl:when><xsl:otherwise><xsl:call-template name="nothing-word"/></xsl:otherwise></xsl:choose></strong>
    <xsl:value-of select="@after"/><xsl:if test="@cut-after"><xsl:call-template name="cut-mark"/></xsl:if></xsl:template>
</xsl:stylesheet>

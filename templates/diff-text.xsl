<?xml version="1.0" encoding="UTF-8"?>
<!-- 版の違いを、端末に出す文字だけの一覧にする。変わった文節は【】で囲む。言葉はwording-diff.xsl。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="wording-diff.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <xsl:key name="file" match="proposal" use="@file"/>
  <xsl:variable name="line"><xsl:text>&#10;</xsl:text></xsl:variable>

  <xsl:template match="/facts"><text>
    <xsl:choose><xsl:when test="change"><xsl:call-template name="diff-count"><xsl:with-param name="n" select="count(change)"/></xsl:call-template></xsl:when><xsl:otherwise><xsl:call-template name="diff-none"/></xsl:otherwise></xsl:choose><xsl:text>。&#10;</xsl:text>
    <xsl:call-template name="diff-old-edition"/><xsl:value-of select="$line"/><xsl:call-template name="diff-new-edition"/><xsl:value-of select="$line"/>
    <xsl:call-template name="change-list"><xsl:with-param name="title"><xsl:call-template name="diff-errata-title"/></xsl:with-param><xsl:with-param name="changes" select="change[@kind='value' or @kind='words' or @kind='text']"/></xsl:call-template>
    <xsl:call-template name="change-list"><xsl:with-param name="title"><xsl:call-template name="diff-revised-title"/></xsl:with-param><xsl:with-param name="changes" select="change[@kind='revised']"/></xsl:call-template>
    <xsl:call-template name="change-list"><xsl:with-param name="title"><xsl:call-template name="diff-things-title"/></xsl:with-param><xsl:with-param name="changes" select="change[@kind='added' or @kind='removed' or @kind='renumbered']"/></xsl:call-template>
    <xsl:call-template name="change-list"><xsl:with-param name="title"><xsl:call-template name="diff-writing-title"/></xsl:with-param><xsl:with-param name="changes" select="change[@kind='writing']"/></xsl:call-template>
    <xsl:if test="proposal">
      <xsl:call-template name="change-title"><xsl:with-param name="title"><xsl:call-template name="diff-proposals-title"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="diff-proposals-note"/><xsl:value-of select="$line"/>
      <xsl:for-each select="proposal[generate-id()=generate-id(key('file', @file)[1])]">
        <xsl:value-of select="$line"/><xsl:value-of select="@file"/><xsl:value-of select="$line"/>
        <xsl:for-each select="key('file', @file)"><xsl:text>  </xsl:text><xsl:value-of select="."/><xsl:value-of select="$line"/></xsl:for-each></xsl:for-each></xsl:if>
  </text></xsl:template>

  <xsl:template name="change-title"><xsl:param name="title"/><xsl:value-of select="$line"/><xsl:text>■ </xsl:text><xsl:value-of select="$title"/><xsl:value-of select="$line"/></xsl:template>
  <xsl:template name="change-list"><xsl:param name="title"/><xsl:param name="changes"/><xsl:if test="$changes">
    <xsl:call-template name="change-title"><xsl:with-param name="title" select="$title"/></xsl:call-template>
    <xsl:apply-templates select="$changes"/></xsl:if></xsl:template>

  <xsl:template match="change">
    <xsl:value-of select="position()"/><xsl:text>. </xsl:text><xsl:call-template name="change-initiative"/>
    <xsl:choose>
      <xsl:when test="@kind='added' or @kind='removed' or @kind='renumbered'"><xsl:text>：</xsl:text><xsl:call-template name="change-thing-sentence"/><xsl:value-of select="$line"/></xsl:when>
      <xsl:otherwise>
        <xsl:text>&#10;   </xsl:text><xsl:value-of select="@document-word"/><xsl:if test="@page"><xsl:text> </xsl:text><xsl:call-template name="change-page-words"/></xsl:if>
        <xsl:text> </xsl:text><xsl:call-template name="change-field"/><xsl:if test="@label"><xsl:text> </xsl:text><xsl:value-of select="@label"/></xsl:if>
        <xsl:if test="@announced">（<xsl:call-template name="change-announced-word"/>）</xsl:if><xsl:if test="@cause">（<xsl:call-template name="change-cause"/>）</xsl:if><xsl:if test="@kind='revised'">（<xsl:call-template name="change-revision-sentence"/>）</xsl:if>
        <xsl:value-of select="$line"/>
        <xsl:choose><xsl:when test="hunk"><xsl:apply-templates select="hunk"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="change-both"><xsl:with-param name="old" select="@old"/><xsl:with-param name="new" select="@new"/></xsl:call-template></xsl:otherwise></xsl:choose></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template match="hunk">
    <xsl:call-template name="change-both">
      <xsl:with-param name="old"><xsl:call-template name="change-quote"><xsl:with-param name="changed" select="@removed"/></xsl:call-template></xsl:with-param>
      <xsl:with-param name="new"><xsl:call-template name="change-quote"><xsl:with-param name="changed" select="@added"/></xsl:call-template></xsl:with-param></xsl:call-template></xsl:template>
  <xsl:template name="change-quote"><xsl:param name="changed"/><xsl:if test="@cut-before"><xsl:call-template name="change-cut-mark"/></xsl:if><xsl:value-of select="@before"/>【<xsl:value-of select="$changed"/>】<xsl:value-of select="@after"/><xsl:if test="@cut-after"><xsl:call-template name="change-cut-mark"/></xsl:if></xsl:template>
  <xsl:template name="change-both"><xsl:param name="old"/><xsl:param name="new"/>
    <xsl:text>     </xsl:text><xsl:choose><xsl:when test="ancestor-or-self::change/@kind='revised'"><xsl:call-template name="change-before-head"/></xsl:when><xsl:otherwise><xsl:call-template name="change-wrong-head"/></xsl:otherwise></xsl:choose><xsl:text> </xsl:text><xsl:call-template name="change-shown"><xsl:with-param name="text" select="$old"/></xsl:call-template><xsl:value-of select="$line"/>
    <xsl:text>     </xsl:text><xsl:choose><xsl:when test="ancestor-or-self::change/@kind='revised'"><xsl:call-template name="change-after-head"/></xsl:when><xsl:otherwise><xsl:call-template name="change-right-head"/></xsl:otherwise></xsl:choose><xsl:text> </xsl:text><xsl:call-template name="change-shown"><xsl:with-param name="text" select="$new"/></xsl:call-template><xsl:value-of select="$line"/></xsl:template>
  <xsl:template name="change-shown"><xsl:param name="text"/><xsl:choose><xsl:when test="$text!=''"><xsl:value-of select="$text"/></xsl:when><xsl:otherwise><xsl:call-template name="change-nothing-word"/></xsl:otherwise></xsl:choose></xsl:template>
</xsl:stylesheet>

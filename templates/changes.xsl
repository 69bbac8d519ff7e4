<?xml version="1.0" encoding="UTF-8"?>
<!-- 版の違いを示す部品：diff.xsl、評価報告書、ウェブのページで使う。言葉はwording-diff.xsl。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="wording-diff.xsl"/>

  <!-- 前の読みと新しい読み。文脈：change。文は、変わった文節だけを前後の言葉とともに -->
  <xsl:template name="change-old-reading"><xsl:call-template name="change-reading"><xsl:with-param name="value" select="@old"/></xsl:call-template>
    <xsl:for-each select="hunk"><p><xsl:call-template name="change-quote"><xsl:with-param name="changed" select="@removed"/><xsl:with-param name="class">removed</xsl:with-param></xsl:call-template></p></xsl:for-each></xsl:template>
  <xsl:template name="change-new-reading"><xsl:call-template name="change-reading"><xsl:with-param name="value" select="@new"/></xsl:call-template>
    <xsl:for-each select="hunk"><p><xsl:call-template name="change-quote"><xsl:with-param name="changed" select="@added"/><xsl:with-param name="class">added</xsl:with-param></xsl:call-template></p></xsl:for-each>
    <xsl:if test="@cause"><p class="note">（<xsl:call-template name="change-cause"/>）</p></xsl:if></xsl:template>
  <xsl:template name="change-reading"><xsl:param name="value"/><xsl:if test="not(hunk)"><p><xsl:choose><xsl:when test="$value"><xsl:value-of select="$value"/></xsl:when><xsl:otherwise><xsl:call-template name="change-nothing-word"/></xsl:otherwise></xsl:choose></p></xsl:if></xsl:template>
  <xsl:template name="change-quote"><xsl:param name="changed"/><xsl:param name="class"/>
    <xsl:if test="@cut-before"><xsl:call-template name="change-cut-mark"/></xsl:if><xsl:value-of select="@before"/>
    <strong class="{$class}"><xsl:choose><xsl:when test="$changed!=''"><xsl:value-of select="$changed"/></xsl:when><xsl:otherwise><xsl:call-template name="change-nothing-word"/></xsl:otherwise></xsl:choose></strong>
    <xsl:value-of select="@after"/><xsl:if test="@cut-after"><xsl:call-template name="change-cut-mark"/></xsl:if></xsl:template>

  <!-- 前回の公表から変わった所。文脈：since -->
  <xsl:template name="since-tables">
    <p><xsl:call-template name="since-lead"/></p>
    <xsl:variable name="values" select="change[@kind='value' or @kind='words']"/>
    <xsl:variable name="texts" select="change[@kind='text']"/>
    <xsl:variable name="things" select="change[@kind='added' or @kind='removed' or @kind='renumbered']"/>
    <xsl:if test="$values"><xsl:call-template name="since-table"><xsl:with-param name="changes" select="$values"/><xsl:with-param name="caption"><xsl:call-template name="since-values-caption"/></xsl:with-param></xsl:call-template></xsl:if>
    <xsl:if test="$texts"><xsl:call-template name="since-table"><xsl:with-param name="changes" select="$texts"/><xsl:with-param name="caption"><xsl:call-template name="since-texts-caption"/></xsl:with-param></xsl:call-template></xsl:if>
    <xsl:if test="$things"><table class="since-things stack"><caption><xsl:call-template name="since-things-caption"/></caption>
      <thead><tr><th class="head" scope="col"><xsl:call-template name="change-initiative-head"/></th><th class="head" scope="col"><xsl:call-template name="change-head"/></th></tr></thead>
      <tbody><xsl:for-each select="$things"><tr><th scope="row"><xsl:call-template name="change-initiative"/></th><td><xsl:call-template name="change-thing-sentence"/></td></tr></xsl:for-each></tbody></table></xsl:if>
  </xsl:template>
  <xsl:template name="since-table"><xsl:param name="changes"/><xsl:param name="caption"/>
    <table class="since stack"><caption><xsl:value-of select="$caption"/></caption>
      <thead><tr><th class="head" scope="col"><xsl:call-template name="change-initiative-head"/></th><th class="head" scope="col"><xsl:call-template name="change-field-head"/></th><th class="head" scope="col"><xsl:call-template name="change-year-head"/></th><th class="head" scope="col"><xsl:call-template name="change-old-head"/></th><th class="head" scope="col"><xsl:call-template name="change-new-head"/></th></tr></thead>
      <tbody><xsl:for-each select="$changes"><tr><th scope="row"><xsl:call-template name="change-initiative"/></th><td><xsl:call-template name="change-field"/></td><td><xsl:value-of select="@label"/></td><td><xsl:call-template name="change-old-reading"/></td><td><xsl:call-template name="change-new-reading"/></td></tr></xsl:for-each></tbody></table></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- 個票：左に文章、右に指標。課題の欄はない。年度は縦に並べる。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="sheet">
    <page class="sheet" id="{@id}" title="{name}">
      <xsl:call-template name="running"/>
      <xsl:choose>
        <xsl:when test="@first-of-policy"><h2 class="place"><xsl:call-template name="sheet-place"/></h2></xsl:when>
        <xsl:otherwise><p class="place"><xsl:call-template name="sheet-place"/></p></xsl:otherwise>
      </xsl:choose>
      <h3><xsl:call-template name="sheet-heading"/></h3>
      <div class="columns sides">
        <div class="text"><xsl:call-template name="texts"/></div>
        <div>
          <div class="owner"><p><xsl:call-template name="sheet-owner"/></p></div>
          <xsl:apply-templates select="indicator"/>
        </div>
      </div>
    </page>
  </xsl:template>

  <!-- この市の順。対象者と期待される効果は、計画のfieldにある -->
  <xsl:template name="texts">
    <xsl:apply-templates select="field[@label='対象者']"/>
    <xsl:if test="field[@id='current']/*"><h4><xsl:call-template name="label-current"/></h4><xsl:copy-of select="field[@id='current']/*"/></xsl:if>
    <xsl:if test="field[@id='action']/*"><h4><xsl:call-template name="label-action"/></h4><xsl:copy-of select="field[@id='action']/*"/></xsl:if>
    <xsl:apply-templates select="field[@label='期待される効果']"/>
    <xsl:apply-templates select="field[not(@id or @label='対象者' or @label='期待される効果')]"/>
    <xsl:if test="field[@id='goal']/*"><h4><xsl:call-template name="label-goal"/></h4><xsl:copy-of select="field[@id='goal']/*"/></xsl:if>
    <xsl:if test="field[@id='related']/*"><h4><xsl:call-template name="label-related"/></h4><xsl:copy-of select="field[@id='related']/*"/></xsl:if>
  </xsl:template>
  <xsl:template match="field"><h4><xsl:value-of select="@label"/></h4><xsl:copy-of select="*"/></xsl:template>

  <xsl:template match="indicator">
    <table class="years">
      <caption><xsl:call-template name="indicator-caption"/></caption>
      <thead><tr><th class="head" scope="col">年度</th><th class="head" scope="col">目標</th><th class="head" scope="col">結果</th></tr></thead>
      <tbody>
        <xsl:for-each select="baseline"><tr>
          <th scope="row"><xsl:call-template name="baseline-label"/></th>
          <td/><td><xsl:value-of select="."/><xsl:if test="@approx"><br/>（<xsl:call-template name="baseline-approx"/>）</xsl:if></td>
        </tr></xsl:for-each>
        <xsl:for-each select="cell"><tr>
          <th scope="row"><xsl:call-template name="year-label"/></th>
          <td><xsl:apply-templates select="target"/></td><td class="empty"/>
        </tr></xsl:for-each>
      </tbody>
    </table>
    <xsl:for-each select="revised"><p class="note"><xsl:call-template name="revised-note"/></p></xsl:for-each>
  </xsl:template>

  <xsl:template match="target"><xsl:value-of select="."/><xsl:if test="@revised">＊</xsl:if></xsl:template>
  <xsl:template match="target[step]"><ul><xsl:for-each select="step"><li><xsl:value-of select="."/><xsl:if test="../@revised and position()=last()">＊</xsl:if></li></xsl:for-each></ul></xsl:template>
  <xsl:template match="target[@kind='continue']"><abbr><xsl:attribute name="title"><xsl:call-template name="same-as-before"/></xsl:attribute><xsl:value-of select="."/></abbr></xsl:template>
  <xsl:template match="target[@kind='none']"><abbr><xsl:attribute name="title"><xsl:call-template name="no-target"/></xsl:attribute><xsl:value-of select="."/></abbr></xsl:template>
  <xsl:template match="target[@kind='outside']"><abbr><xsl:attribute name="title"><xsl:call-template name="not-yet"/></xsl:attribute>・・・</abbr></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- 一覧（matrix.pdf）の言葉。評価報告書と同じ言葉はwording.xslにある。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="matrix-document-title"><xsl:value-of select="$plan/@title"/><xsl:text>　</xsl:text><xsl:value-of select="$report/@label"/>　取組と年度の一覧<xsl:if test="$plan/@state='案'">（案）</xsl:if></xsl:template>
  <!-- 題。達成だけを先に言う。文脈：tally[@by='all'] -->
  <xsl:template name="matrix-message"><xsl:call-template name="year-message"/><xsl:for-each select="count[@met='no'][last()][@n&gt;0]">、<xsl:value-of select="@word"/>は<xsl:value-of select="@n"/>件</xsl:for-each></xsl:template>
  <xsl:template name="matrix-part"><xsl:param name="first"/><xsl:param name="last"/>（<xsl:value-of select="$first"/>件目から<xsl:value-of select="$last"/>件目まで）</xsl:template>
  <xsl:template name="matrix-footer"><xsl:value-of select="$plan/@municipality"/><xsl:text>　</xsl:text><xsl:value-of select="$plan/@title"/><xsl:if test="$plan/@state='案'">（案）</xsl:if><xsl:text>　</xsl:text><xsl:value-of select="$report/@label"/><xsl:if test="$report/@as-of-text"><xsl:text>　</xsl:text><xsl:call-template name="as-of"/></xsl:if><xsl:if test="$plan/@actuals-sample"><xsl:text>　</xsl:text><xsl:call-template name="report-sample-mark"/></xsl:if></xsl:template>
  <xsl:template name="panel-caption"><xsl:param name="from"/><xsl:param name="to"/>年度ごとの判定（<xsl:value-of select="$from"/><xsl:if test="$to!=$from">から<xsl:value-of select="$to"/>まで</xsl:if>）</xsl:template>
  <xsl:template name="continued-word">（続き）</xsl:template>
  <xsl:template name="year-tally-caption">年度ごとの件数</xsl:template>
  <xsl:template name="sum-word">計</xsl:template>
  <!-- 文脈：tally[@by='all'] -->
  <xsl:template name="matrix-detail"><xsl:value-of select="$report/@label"/>は、数値で判定した<xsl:value-of select="@measured"/>件のうち<xsl:value-of select="@met-measured"/>件、主管課が段階を申告した<xsl:value-of select="@declared"/>件のうち<xsl:value-of select="@met-declared"/>件が達成でした。</xsl:template>
  <xsl:template name="matrix-rules-caption">判定の読み方</xsl:template>
  <!-- 文脈：grade -->
  <xsl:template name="matrix-rule">割合が<xsl:value-of select="@rule"/><xsl:if test="@state">、又は申告が<xsl:value-of select="@state"/></xsl:if></xsl:template>
  <xsl:template name="matrix-note">判定は、各取組の指標のうち最も低いものによります。まだ来ていない年度は空欄です。</xsl:template>
</xsl:stylesheet>

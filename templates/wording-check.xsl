<?xml version="1.0" encoding="UTF-8"?>
<!-- 点検の結果（check.html）の言葉。職員だけが読む。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="check-title">点検の結果</xsl:template>
  <xsl:template name="check-audience">職員用（公表しません）</xsl:template>
  <!-- n：件数 -->
  <xsl:template name="check-message"><xsl:param name="errors"/><xsl:param name="warnings"/><xsl:choose>
    <xsl:when test="$errors&gt;0">エラーが<xsl:value-of select="$errors"/>件あります。直すまで、報告書などは作りません。</xsl:when>
    <xsl:when test="$warnings&gt;0">確かめてほしい箇所が<xsl:value-of select="$warnings"/>件あります。</xsl:when>
    <xsl:otherwise>確かめる箇所はありません。</xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template name="check-lead">指摘のとおりであれば入力のファイルを直してください。そのままでよい場合は、「承認するとき」の行をinput/check.xmlに書き、理由を添えてください。</xsl:template>
  <xsl:template name="counts-caption">主管課ごとの件数</xsl:template>
  <xsl:template name="files-caption">ファイルごとの件数</xsl:template>
  <xsl:template name="department-head">主管課</xsl:template>
  <xsl:template name="file-head">ファイル</xsl:template>
  <xsl:template name="error-word">エラー</xsl:template>
  <xsl:template name="warning-word">警告</xsl:template>
  <xsl:template name="accepted-word">承認済み</xsl:template>
  <xsl:template name="whole-plan">計画の全体</xsl:template>
  <xsl:template name="no-file">（ファイルなし）</xsl:template>
  <xsl:template name="total-head">計</xsl:template>
  <xsl:template name="counts-title">件数</xsl:template>
  <xsl:template name="accept-summary">承認するとき</xsl:template>
  <xsl:template name="accept-reason">ここに理由を書く</xsl:template>
  <xsl:template name="accepted-title">承認済みの指摘</xsl:template>
  <xsl:template name="accepted-caption">承認した指摘とその理由</xsl:template>
  <xsl:template name="finding-head">指摘</xsl:template>
  <xsl:template name="reason-head">承認の理由</xsl:template>
  <xsl:template name="rules-title">指摘の種類</xsl:template>
  <xsl:template name="line-word"><xsl:value-of select="@line"/>行</xsl:template>
  <xsl:template name="rule-why">なぜ：</xsl:template>
  <xsl:template name="rule-act">直し方：</xsl:template>
</xsl:stylesheet>

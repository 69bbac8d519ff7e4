<?xml version="1.0" encoding="UTF-8"?>
<!-- 点検の結果から、職員用の1枚のページ（check.html）へ。HTMLの要素をそのまま出す。言葉はwording-check.xsl、見た目はcheck.css（色はtheme.xml）で、
     プログラムがstyleの中に入れる。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="wording-check.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <!-- 承認していない指摘を、主管課ごと、ファイルごとにまとめる。主管課のないものは「計画の全体」 -->
  <xsl:key name="department" match="finding[@severity!='accepted']" use="string(@department)"/>
  <xsl:key name="file" match="finding[@severity!='accepted']" use="string(@file)"/>
  <xsl:key name="rule" match="rule" use="@id"/>
  <xsl:variable name="open" select="/facts/finding[@severity!='accepted']"/>
  <xsl:variable name="accepted" select="/facts/finding[@severity='accepted']"/>
  <xsl:variable name="departments" select="$open[generate-id()=generate-id(key('department', string(@department))[1])]"/>
  <xsl:variable name="files" select="$open[generate-id()=generate-id(key('file', string(@file))[1])]"/>

  <xsl:template match="/facts">
    <html lang="{@lang}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <title><xsl:call-template name="check-title"/>｜<xsl:value-of select="@title"/>｜<xsl:value-of select="@municipality"/></title>
        <style/>
      </head>
      <body>
        <header><p class="city"><xsl:value-of select="@municipality"/></p><p class="name"><xsl:value-of select="@title"/></p></header>
        <main>
          <p class="mark"><xsl:call-template name="check-audience"/></p>
          <h1><xsl:call-template name="check-title"/></h1>
          <p class="message"><xsl:call-template name="check-message">
            <xsl:with-param name="errors" select="count($open[@severity!='warning'])"/>
            <xsl:with-param name="warnings" select="count($open[@severity='warning'])"/></xsl:call-template></p>
          <xsl:if test="$open"><p><xsl:call-template name="check-lead"/></p></xsl:if>
          <xsl:if test="$open"><xsl:call-template name="counts"/></xsl:if>
          <xsl:for-each select="$departments">
            <xsl:sort select="number(not(@department))" data-type="number"/>
            <xsl:call-template name="department"/>
          </xsl:for-each>
          <xsl:if test="$accepted"><xsl:call-template name="accepted"/></xsl:if>
          <xsl:if test="rule"><xsl:call-template name="rules"/></xsl:if>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- 件数 -->
  <xsl:template name="counts">
    <section><h2><xsl:call-template name="counts-title"/></h2>
      <div class="tables">
        <table><caption><xsl:call-template name="counts-caption"/></caption>
          <thead><tr><th scope="col"><xsl:call-template name="department-head"/></th><xsl:call-template name="count-heads"/></tr></thead>
          <tbody><xsl:for-each select="$departments"><xsl:sort select="number(not(@department))" data-type="number"/>
            <tr><th scope="row"><a href="#{generate-id()}"><xsl:call-template name="department-name"/></a></th><xsl:call-template name="count-cells"><xsl:with-param name="of" select="key('department', string(@department))"/></xsl:call-template></tr></xsl:for-each></tbody></table>
        <table><caption><xsl:call-template name="files-caption"/></caption>
          <thead><tr><th scope="col"><xsl:call-template name="file-head"/></th><xsl:call-template name="count-heads"/></tr></thead>
          <tbody><xsl:for-each select="$files">
            <tr><th scope="row"><xsl:call-template name="file-name"/></th><xsl:call-template name="count-cells"><xsl:with-param name="of" select="key('file', string(@file))"/></xsl:call-template></tr></xsl:for-each></tbody></table>
      </div></section>
  </xsl:template>
  <xsl:template name="count-heads"><th scope="col"><xsl:call-template name="error-word"/></th><th scope="col"><xsl:call-template name="warning-word"/></th><th scope="col"><xsl:call-template name="total-head"/></th></xsl:template>
  <xsl:template name="count-cells"><xsl:param name="of"/><td><xsl:value-of select="count($of[@severity!='warning'])"/></td><td><xsl:value-of select="count($of[@severity='warning'])"/></td><td><xsl:value-of select="count($of)"/></td></xsl:template>
  <xsl:template name="department-name"><xsl:choose><xsl:when test="@department"><xsl:value-of select="@department"/></xsl:when><xsl:otherwise><xsl:call-template name="whole-plan"/></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template name="file-name"><xsl:choose><xsl:when test="@file"><xsl:value-of select="@file"/></xsl:when><xsl:otherwise><xsl:call-template name="no-file"/></xsl:otherwise></xsl:choose></xsl:template>

  <!-- 1つの主管課の指摘：エラーから先に、同じ重大度ではファイルと行の順に -->
  <xsl:template name="department">
    <section><h2 id="{generate-id()}"><xsl:call-template name="department-name"/></h2>
      <ul class="findings"><xsl:for-each select="key('department', string(@department))">
        <xsl:sort select="number(@severity='warning')" data-type="number"/>
        <xsl:call-template name="finding"/></xsl:for-each></ul></section>
  </xsl:template>
  <xsl:template name="finding">
    <li class="{@severity}"><p><strong class="badge"><xsl:value-of select="@word"/></strong><xsl:text> </xsl:text><xsl:value-of select="."/></p>
      <p class="place"><xsl:call-template name="place"/></p>
      <xsl:if test="@open"><details><summary><xsl:call-template name="accept-summary"/><span class="hidden">（<xsl:value-of select="@about"/>）</span></summary>
        <p><code>&lt;accept rule="<xsl:value-of select="@rule"/>" about="<xsl:value-of select="@about"/>" reason="<xsl:call-template name="accept-reason"/>"/&gt;</code></p></details></xsl:if></li>
  </xsl:template>
  <xsl:template name="place"><xsl:call-template name="file-name"/><xsl:if test="@line"><xsl:text> </xsl:text><xsl:call-template name="line-word"/></xsl:if><xsl:text> </xsl:text><xsl:choose>
    <xsl:when test="key('rule', @rule)"><a href="#rule-{@rule}"><xsl:value-of select="@rule"/></a></xsl:when><xsl:otherwise><xsl:value-of select="@rule"/></xsl:otherwise></xsl:choose></xsl:template>

  <xsl:template name="accepted">
    <section><h2><xsl:call-template name="accepted-title"/></h2>
      <table class="wide"><caption><xsl:call-template name="accepted-caption"/></caption>
        <thead><tr><th scope="col"><xsl:call-template name="finding-head"/></th><th scope="col"><xsl:call-template name="reason-head"/></th></tr></thead>
        <tbody><xsl:for-each select="$accepted"><tr><td><p><xsl:value-of select="."/></p><p class="place"><xsl:call-template name="place"/></p></td><td><xsl:value-of select="@accepted"/></td></tr></xsl:for-each></tbody></table></section>
  </xsl:template>

  <xsl:template name="rules">
    <section><h2><xsl:call-template name="rules-title"/></h2>
      <dl><xsl:for-each select="rule"><dt id="rule-{@id}"><xsl:value-of select="@id"/></dt>
        <dd><p><xsl:value-of select="@looks"/></p><p><xsl:call-template name="rule-why"/><xsl:value-of select="@why"/></p><p><xsl:call-template name="rule-act"/><xsl:value-of select="@act"/></p></dd></xsl:for-each></dl></section>
  </xsl:template>
</xsl:stylesheet>

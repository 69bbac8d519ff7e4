<?xml version="1.0" encoding="UTF-8"?>
<!-- 判定の方法、記号の凡例、訂正と変更。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="changes.xsl"/>
  <xsl:template name="rules">
    <xsl:variable name="title"><xsl:call-template name="rules-title"/></xsl:variable>
    <page class="chapter" id="rules" title="{$title}">
      <xsl:call-template name="running"/>
      <h1><xsl:value-of select="$title"/></h1>
      <table class="rules"><caption><xsl:call-template name="rules-caption"/></caption><xsl:call-template name="rules-head"/>
        <tbody><xsl:apply-templates select="judgement/grade" mode="rule"/></tbody></table>
      <xsl:for-each select="judgement/scheme|scheme"><table class="rules"><caption><xsl:call-template name="scheme-caption"/></caption><xsl:call-template name="rules-head"/>
        <tbody><xsl:apply-templates select="grade" mode="rule"/></tbody></table></xsl:for-each>
      <xsl:call-template name="rules-text"/>
      <h2><xsl:call-template name="legend-title"/></h2>
      <table class="legend"><caption><xsl:call-template name="legend-caption"/></caption>
        <thead><tr><th class="head" scope="col">記号</th><th class="head" scope="col">読み</th><th class="head" scope="col">意味</th></tr></thead>
        <tbody>
          <xsl:for-each select="judgement/grade"><tr><td><xsl:value-of select="@shape"/></td><th scope="row"><xsl:value-of select="@word"/></th><td>割合が<xsl:value-of select="@rule"/>、又は申告が<xsl:value-of select="@state"/></td></tr></xsl:for-each>
          <xsl:for-each select="outcomes/outcome"><tr><td><xsl:value-of select="@mark"/></td><th scope="row"><xsl:value-of select="@word"/></th><td><xsl:call-template name="outcome-meaning"/></td></tr></xsl:for-each>
          <tr><td>△10</td><th scope="row">数字の前の△</th><td><xsl:call-template name="minus-word"/></td></tr>
        </tbody></table>
    </page>
  </xsl:template>
  <xsl:template name="rules-head"><thead><tr><th class="head" scope="col">判定</th><th class="head" scope="col">割合</th><th class="head" scope="col">段階の申告</th></tr></thead></xsl:template>
  <xsl:template match="grade" mode="rule"><tr><th scope="row"><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></th><td><xsl:value-of select="@rule"/></td><td><xsl:value-of select="@state"/></td></tr></xsl:template>
  <xsl:template name="outcome-meaning"><xsl:choose>
    <xsl:when test="@id='unreported'"><xsl:call-template name="unreported-meaning"/></xsl:when>
    <xsl:when test="@id='undecidable'"><xsl:call-template name="undecidable-meaning"/></xsl:when>
    <xsl:when test="@id='hard'"><xsl:call-template name="hard-meaning"/></xsl:when>
    <xsl:when test="@id='counting'"><xsl:call-template name="counting-meaning"/></xsl:when>
    <xsl:when test="@id='not-surveyed'"><xsl:call-template name="not-surveyed-meaning"/></xsl:when>
    <xsl:when test="@id='continued'"><xsl:call-template name="continued-meaning"/></xsl:when>
    <xsl:when test="@id='interim'"><xsl:call-template name="interim-meaning"/></xsl:when>
    <xsl:when test="@id='not-evaluated'"><xsl:call-template name="not-evaluated-meaning"/></xsl:when>
    <xsl:when test="@id='not-begun'"><xsl:call-template name="not-begun-meaning"/></xsl:when>
    <xsl:when test="@id='over'"><xsl:call-template name="over-meaning"/></xsl:when>
    <xsl:otherwise><xsl:call-template name="not-applicable-meaning"/></xsl:otherwise></xsl:choose></xsl:template>

  <xsl:template name="changes">
    <xsl:variable name="title"><xsl:call-template name="changes-title"/></xsl:variable>
    <page class="chapter" id="changes" title="{$title}">
      <xsl:call-template name="running"/>
      <h1><xsl:value-of select="$title"/></h1>
      <xsl:call-template name="plan-revisions"/>
      <xsl:if test="revision|correction"><p class="note"><xsl:call-template name="since-note"/></p></xsl:if>
      <xsl:if test="revision"><h2><xsl:call-template name="revisions-title"/></h2>
        <table class="revisions"><caption><xsl:call-template name="revisions-caption"/></caption>
          <thead><tr><th class="head" scope="col">取組</th><th class="head" scope="col">年度</th><th class="head" scope="col">改める前</th><th class="head" scope="col">改めた後</th><th class="head" scope="col">決定</th><th class="head" scope="col">理由</th></tr></thead>
          <tbody><xsl:for-each select="revision"><tr><th scope="row"><xsl:value-of select="@code"/><xsl:text> </xsl:text><xsl:value-of select="@name"/></th><td><xsl:value-of select="@label"/></td><td><xsl:value-of select="@from"/></td><td><xsl:value-of select="@to"/></td><td><p><xsl:value-of select="@date-text"/><xsl:if test="@since">（<xsl:call-template name="since-word"/>）</xsl:if></p><xsl:if test="@decided-by"><p><xsl:value-of select="@decided-by"/></p></xsl:if></td><td><xsl:value-of select="@reason"/></td></tr></xsl:for-each></tbody></table></xsl:if>
      <xsl:if test="correction"><h2><xsl:call-template name="corrections-title"/></h2>
        <table class="corrections">
          <thead><tr><th class="head" scope="col">訂正した日</th><th class="head" scope="col">箇所</th><th class="head" scope="col">誤</th><th class="head" scope="col">正</th><th class="head" scope="col">理由</th></tr></thead>
          <tbody><xsl:for-each select="correction"><tr><th scope="row"><xsl:value-of select="@date-text"/><xsl:if test="@since">（<xsl:call-template name="since-word"/>）</xsl:if></th><td><xsl:value-of select="@code"/><xsl:if test="@name"><xsl:text> </xsl:text><xsl:value-of select="@name"/></xsl:if><xsl:if test="@field-word"><xsl:text> </xsl:text><xsl:value-of select="@field-word"/></xsl:if><xsl:if test="@year"><xsl:text> </xsl:text><xsl:value-of select="@year"/></xsl:if></td><td><xsl:value-of select="wrong|@wrong"/></td><td><xsl:value-of select="right|@right"/></td><td><xsl:value-of select="reason|@reason"/></td></tr></xsl:for-each></tbody></table></xsl:if>
      <xsl:for-each select="since"><h2><xsl:call-template name="since-title"/></h2><xsl:call-template name="since-tables"/></xsl:for-each>
    </page>
  </xsl:template>
</xsl:stylesheet>

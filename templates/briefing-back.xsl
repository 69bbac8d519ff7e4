<?xml version="1.0" encoding="UTF-8"?>
<!-- 質問に答えるためのスライド：基本方針ごとの1枚、取組の一覧、判定の方法。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- 文脈：tally[@by='policy'] -->
  <xsl:template name="policy-slide">
    <xsl:variable name="policy" select="/facts/policy[@id=current()/@id]"/>
    <xsl:variable name="mine" select="key('sheets-of-policy', string(@id))"/>
    <xsl:variable name="title"><xsl:call-template name="policy-slide-title"/></xsl:variable>
    <page class="chapter" id="slide-policy-{@id}" title="{$title}">
      <xsl:call-template name="foot"/>
      <h1><xsl:call-template name="policy-message"/></h1>
      <div class="columns policies">
        <div class="policy">
          <h2><xsl:value-of select="@label"/></h2>
          <xsl:copy-of select="$policy/approach/*"/>
          <p class="facts"><xsl:call-template name="measured-apart"/></p>
        </div>
        <div><table class="list"><caption><xsl:call-template name="policy-list-caption"/></caption>
          <thead><tr><th class="head" scope="col">取組</th><th class="head" scope="col">判定</th></tr></thead>
          <tbody>
            <xsl:for-each select="$late[@id=$mine/@id]"><xsl:for-each select="key('sheet', @id)"><xsl:call-template name="list-row"/></xsl:for-each></xsl:for-each>
            <xsl:for-each select="$mine[not(@id=$late/@id)]"><xsl:call-template name="list-row"/></xsl:for-each>
          </tbody></table></div>
      </div>
    </page>
  </xsl:template>
  <xsl:template name="list-row"><tr><th scope="row"><xsl:value-of select="@code"/><xsl:text>　</xsl:text><xsl:value-of select="name"/></th><xsl:call-template name="grade-cell"/></tr></xsl:template>

  <xsl:template name="list-slides">
    <xsl:variable name="title"><xsl:call-template name="list-slide-title"/></xsl:variable>
    <page class="chapter" id="slide-list" title="{$title}">
      <xsl:call-template name="foot"/>
      <h1><xsl:value-of select="$title"/></h1>
      <table class="tally"><caption><xsl:call-template name="list-slide-caption"/></caption>
        <thead><tr><th class="head" scope="col">取組</th><th class="head" scope="col">担当課</th><xsl:if test="$report/@previous"><th class="head" scope="col"><xsl:value-of select="$report/@previous"/></th></xsl:if><th class="head now" scope="col"><xsl:value-of select="$report/@label"/></th></tr></thead>
        <tbody><xsl:for-each select="sheet"><tr><th scope="row"><xsl:value-of select="@code"/><xsl:text>　</xsl:text><xsl:value-of select="name"/></th><td><xsl:value-of select="department"/></td>
          <xsl:if test="$report/@previous"><td><xsl:value-of select="@previous-shape"/><xsl:text> </xsl:text><xsl:value-of select="@previous-word"/></td></xsl:if><xsl:call-template name="grade-cell"/></tr></xsl:for-each></tbody></table>
    </page>
  </xsl:template>

  <xsl:template name="rules-slides">
    <xsl:variable name="title"><xsl:call-template name="rules-slide-title"/></xsl:variable>
    <xsl:variable name="legend"><xsl:call-template name="legend-slide-title"/></xsl:variable>
    <page class="chapter" id="slide-rules" title="{$title}">
      <xsl:call-template name="foot"/>
      <h1><xsl:value-of select="$title"/></h1>
      <table class="rules"><caption><xsl:call-template name="rules-caption"/></caption><xsl:call-template name="rules-head"/>
        <tbody><xsl:apply-templates select="judgement/grade" mode="rule"/></tbody></table>
      <xsl:for-each select="judgement/scheme"><table class="rules"><caption><xsl:call-template name="scheme-caption"/></caption><xsl:call-template name="rules-head"/>
        <tbody><xsl:apply-templates select="grade" mode="rule"/></tbody></table></xsl:for-each>
      <xsl:call-template name="rules-text"/>
    </page>
    <page class="chapter" id="slide-legend" title="{$legend}">
      <xsl:call-template name="foot"/>
      <h1><xsl:value-of select="$legend"/></h1>
      <table class="legend"><caption><xsl:call-template name="legend-caption"/></caption>
        <thead><tr><th class="head" scope="col">記号</th><th class="head" scope="col">読み</th><th class="head" scope="col">意味</th></tr></thead>
        <tbody>
          <xsl:for-each select="judgement/grade"><tr><td><xsl:value-of select="@shape"/></td><th scope="row"><xsl:value-of select="@word"/></th><td>割合が<xsl:value-of select="@rule"/>、又は申告が<xsl:value-of select="@state"/></td></tr></xsl:for-each>
          <xsl:for-each select="outcomes/outcome"><tr><td><xsl:value-of select="@mark"/></td><th scope="row"><xsl:value-of select="@word"/></th><td><xsl:call-template name="outcome-meaning"/></td></tr></xsl:for-each>
          <tr><td>△10</td><th scope="row">数字の前の△</th><td><xsl:call-template name="minus-word"/></td></tr>
        </tbody></table>
    </page>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- 取組の一覧（site.jsが検索と絞り込みを加える）、基本方針、担当課のページ。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- class="filter"の列には絞り込みの欄が付く。JavaScriptがなければ一覧の全体がある -->
  <xsl:template name="list-page">
    <xsl:variable name="title"><xsl:call-template name="list-title"/></xsl:variable>
    <page path="initiatives/index.html" id="initiatives" class="list">
      <xsl:call-template name="page-attributes"><xsl:with-param name="own" select="$title"/><xsl:with-param name="about"><xsl:call-template name="list-lead"/></xsl:with-param></xsl:call-template>
      <xsl:copy-of select="$head"/>
      <xsl:call-template name="crumbs"><xsl:with-param name="here" select="$title"/></xsl:call-template>
      <h1><xsl:value-of select="$title"/></h1>
      <xsl:for-each select="$dates"><xsl:call-template name="page-dates"/></xsl:for-each>
      <p><xsl:call-template name="list-lead"/></p>
      <ul id="words" class="words"><li><xsl:call-template name="word-search"/></li><li><xsl:call-template name="word-all"/></li><li><xsl:call-template name="word-shown"/></li><li><xsl:call-template name="word-clear"/></li><li><xsl:call-template name="word-form"/></li></ul>
      <table id="list" class="stack search"><caption><xsl:call-template name="list-caption"/></caption>
        <thead><tr><th scope="col">取組</th><th scope="col" class="filter" id="policy"><xsl:call-template name="policies-head"/></th><th scope="col" class="filter" id="department">担当課</th><th scope="col" class="filter" id="grade"><xsl:call-template name="grade-head"/></th><th scope="col">目標</th><th scope="col">実績</th></tr></thead>
        <tbody><xsl:for-each select="sheet"><tr>
          <th scope="row"><xsl:call-template name="sheet-link"/></th>
          <td><xsl:call-template name="policy-heading"/></td>
          <td><xsl:for-each select="owner"><span class="value"><xsl:value-of select="."/></span><xsl:value-of select="@note"/><xsl:if test="position()!=last()">、</xsl:if></xsl:for-each></td>
          <td><xsl:if test="@word"><xsl:call-template name="standing"/></xsl:if></td>
          <xsl:variable name="h" select="entry[@year=$report/@year]/headline"/>
          <td><xsl:value-of select="$h/@target"/></td><td><xsl:value-of select="$h/@actual"/></td>
        </tr></xsl:for-each></tbody></table>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>

  <!-- ===== 基本方針 ===== -->
  <xsl:template name="policies-page">
    <xsl:variable name="title"><xsl:call-template name="policies-title"/></xsl:variable>
    <page path="policies/index.html" id="policies" class="policies">
      <xsl:call-template name="page-attributes"><xsl:with-param name="own" select="$title"/></xsl:call-template>
      <xsl:copy-of select="$head"/>
      <xsl:call-template name="crumbs"><xsl:with-param name="here" select="$title"/></xsl:call-template>
      <h1><xsl:value-of select="$title"/></h1>
      <xsl:for-each select="$dates"><xsl:call-template name="page-dates"/></xsl:for-each>
      <div class="cards"><xsl:for-each select="policy"><div class="card">
        <h2><a href="#policy-{@id}"><xsl:call-template name="policy-name"/></a></h2>
        <xsl:for-each select="key('policy-tally', @id)"><p><xsl:call-template name="met-of"/></p><xsl:call-template name="counts-line"/></xsl:for-each>
      </div></xsl:for-each></div>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>
  <xsl:template match="policy" mode="page">
    <xsl:variable name="name"><xsl:call-template name="policy-name"/></xsl:variable>
    <xsl:variable name="tally" select="key('policy-tally', @id)"/>
    <page path="policies/{@id}.html" id="policy-{@id}" class="policy">
      <xsl:call-template name="page-attributes">
        <xsl:with-param name="own"><xsl:value-of select="$name"/><xsl:call-template name="of-year"/></xsl:with-param>
        <xsl:with-param name="about"><xsl:for-each select="$tally"><xsl:call-template name="policy-message"/></xsl:for-each></xsl:with-param>
      </xsl:call-template>
      <xsl:copy-of select="$head"/>
      <xsl:call-template name="crumbs"><xsl:with-param name="here" select="$name"/><xsl:with-param name="up"><li><a href="#policies"><xsl:call-template name="policies-title"/></a></li></xsl:with-param></xsl:call-template>
      <h1><xsl:value-of select="$name"/></h1>
      <xsl:call-template name="page-dates"/>
      <xsl:for-each select="$tally"><p class="message"><xsl:call-template name="policy-message"/></p><xsl:call-template name="score"/><p><xsl:call-template name="measured-apart"/></p></xsl:for-each>
      <section id="policy-{@id}/list">
        <h2><xsl:call-template name="policy-sheets-title"/></h2>
        <xsl:call-template name="sheet-table"><xsl:with-param name="sheets" select="key('policy-sheets', string(@id))"/><xsl:with-param name="caption"><xsl:call-template name="sheets-caption"/></xsl:with-param></xsl:call-template>
      </section>
      <section id="policy-{@id}/years">
        <h2><xsl:call-template name="years-title"/></h2>
        <xsl:call-template name="years-figure"><xsl:with-param name="tallies" select="key('policy-years', @id)"/><xsl:with-param name="caption"><xsl:call-template name="years-figure-caption"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="years-table"><xsl:with-param name="tallies" select="key('policy-years', @id)"/></xsl:call-template>
      </section>
      <xsl:if test="approach/*"><section id="policy-{@id}/approach">
        <h2><xsl:call-template name="approach-title"/></h2>
        <xsl:copy-of select="approach/*"/>
      </section></xsl:if>
      <nav class="pager"><xsl:attribute name="label"><xsl:call-template name="policy-pager-label"/></xsl:attribute><ul>
        <xsl:for-each select="preceding-sibling::policy[1]"><li class="before"><a href="#policy-{@id}"><xsl:call-template name="before-words"/><xsl:call-template name="policy-name"/></a></li></xsl:for-each>
        <xsl:for-each select="following-sibling::policy[1]"><li class="after"><a href="#policy-{@id}"><xsl:call-template name="after-words"/><xsl:call-template name="policy-name"/></a></li></xsl:for-each>
        <li><a href="#policies"><xsl:call-template name="policies-title"/></a></li>
      </ul></nav>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>

  <!-- ===== 担当課 ===== -->
  <xsl:template name="offices-page">
    <xsl:variable name="title"><xsl:call-template name="offices-title"/></xsl:variable>
    <page path="departments/index.html" id="departments" class="departments">
      <xsl:call-template name="page-attributes"><xsl:with-param name="own" select="$title"/></xsl:call-template>
      <xsl:copy-of select="$head"/>
      <xsl:call-template name="crumbs"><xsl:with-param name="here" select="$title"/></xsl:call-template>
      <h1><xsl:value-of select="$title"/></h1>
      <xsl:for-each select="$dates"><xsl:call-template name="page-dates"/></xsl:for-each>
      <p><xsl:call-template name="offices-lead"/></p>
      <table class="offices stack"><caption><xsl:call-template name="offices-caption"/></caption>
        <thead><tr><th scope="col">担当課</th><xsl:if test="department"><th scope="col">電話</th></xsl:if><th scope="col">取組の数</th></tr></thead>
        <tbody><xsl:for-each select="office"><tr><th scope="row"><a href="#department-{@number}"><xsl:value-of select="@name"/></a></th><xsl:if test="../department"><td><xsl:if test="@tel"><xsl:call-template name="tel"/></xsl:if></td></xsl:if><td class="num"><xsl:value-of select="count(member)"/></td></tr></xsl:for-each>
          <xsl:for-each select="department[not(key('office-name', .))]"><tr><th scope="row"><xsl:value-of select="."/></th><xsl:if test="../department"><td><xsl:call-template name="tel"/></td></xsl:if><td class="num">0</td></tr></xsl:for-each></tbody></table>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>
  <xsl:template match="office">
    <page path="departments/{@number}.html" id="department-{@number}" class="department">
      <xsl:call-template name="page-attributes">
        <xsl:with-param name="own"><xsl:call-template name="office-page-title"/><xsl:call-template name="of-year"/></xsl:with-param>
      </xsl:call-template>
      <xsl:copy-of select="$head"/>
      <xsl:call-template name="crumbs"><xsl:with-param name="here" select="@name"/><xsl:with-param name="up"><li><a href="#departments"><xsl:call-template name="offices-title"/></a></li></xsl:with-param></xsl:call-template>
      <h1><xsl:call-template name="office-page-title"/></h1>
      <xsl:call-template name="page-dates"/>
      <xsl:if test="@tel"><p class="facts"><xsl:call-template name="tel-words"/><xsl:call-template name="tel"/></p></xsl:if>
      <xsl:for-each select="key('office-tally', @name)"><p class="message"><xsl:call-template name="office-message"/></p><xsl:call-template name="counts-line"/></xsl:for-each>
      <section id="department-{@number}/list">
        <h2><xsl:call-template name="office-sheets-title"/></h2>
        <xsl:call-template name="sheet-table"><xsl:with-param name="sheets" select="key('office-sheets', @number)"/><xsl:with-param name="caption"><xsl:call-template name="sheets-caption"/></xsl:with-param></xsl:call-template>
      </section>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>
</xsl:stylesheet>

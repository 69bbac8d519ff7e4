<?xml version="1.0" encoding="UTF-8"?>
<!-- 計画の内容、判定の方法、訂正と変更、オープンデータ、用語、アクセシビリティ、見つからないとき。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- 題、案内、パンくず、見出し、日付まで -->
  <xsl:template name="opening"><xsl:param name="title"/><xsl:param name="about" select="$title"/><xsl:param name="on"/>
    <xsl:call-template name="page-attributes"><xsl:with-param name="own" select="$title"/><xsl:with-param name="about" select="$about"/></xsl:call-template>
    <xsl:copy-of select="$head"/>
    <xsl:call-template name="crumbs"><xsl:with-param name="here" select="$title"/></xsl:call-template>
    <h1><xsl:value-of select="$title"/></h1>
    <xsl:if test="$on"><xsl:for-each select="$on"><xsl:call-template name="page-dates"/></xsl:for-each></xsl:if>
  </xsl:template>

  <!-- ===== 計画の内容 ===== -->
  <xsl:template name="plan-page">
    <page path="plan.html" id="plan" class="plan">
      <xsl:call-template name="opening"><xsl:with-param name="title"><xsl:call-template name="plan-title"/></xsl:with-param><xsl:with-param name="about"><xsl:call-template name="about-plan"/></xsl:with-param><xsl:with-param name="on" select="$plan-dates"/></xsl:call-template>
      <p><xsl:call-template name="about-plan"/></p>
      <nav class="toc" label="{$contents-label}"><ul><xsl:for-each select="chapter"><li><a href="#{@id}"><xsl:call-template name="chapter-words"/></a></li></xsl:for-each></ul></nav>
      <xsl:for-each select="chapter"><section id="{@id}"><h2><xsl:call-template name="chapter-words"/></h2><xsl:apply-templates select="*" mode="web"/></section></xsl:for-each>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>
  <xsl:template match="chapter/section" mode="web"><section id="{@id}"><h3><xsl:call-template name="section-heading"/></h3><xsl:apply-templates select="*" mode="web"/></section></xsl:template>
  <xsl:template match="p|ul" mode="web"><xsl:copy-of select="."/></xsl:template>
  <xsl:template match="policies|viewpoints" mode="web"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="sheets" mode="web"><p><a href="#initiatives"><xsl:call-template name="list-link"/></a></p></xsl:template>
  <!-- 基本方針｜項目｜取組み：狭い画面でも読めるよう、結合した表でなく入れ子の一覧にする -->
  <xsl:template match="outline" mode="web">
    <p><strong><xsl:call-template name="outline-caption"/></strong></p>
    <ul class="outline"><xsl:apply-templates select="policy|group|row" mode="outline-list"/></ul>
  </xsl:template>
  <xsl:template match="policy|item|group" mode="outline-list">
    <li>
      <p><xsl:choose>
        <xsl:when test="parent::outline"><strong><xsl:call-template name="outline-label"/></strong></xsl:when>
        <xsl:otherwise><xsl:call-template name="outline-label"/></xsl:otherwise>
      </xsl:choose></p>
      <ul><xsl:apply-templates select="policy|item|group|row" mode="outline-list"/></ul>
    </li>
  </xsl:template>
  <xsl:template match="row" mode="outline-list"><li><a href="#{substring(@sheet, 2)}"><xsl:value-of select="."/></a></li></xsl:template>
  <xsl:template name="outline-label"><xsl:choose><xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when><xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise></xsl:choose>  </xsl:template>

  <!-- ===== 判定の方法 ===== -->
  <xsl:template name="rules-page">
    <page path="rules.html" id="rules" class="rules">
      <xsl:call-template name="opening"><xsl:with-param name="title"><xsl:call-template name="rules-title"/></xsl:with-param><xsl:with-param name="about"><xsl:call-template name="rules-lead"/></xsl:with-param><xsl:with-param name="on" select="$plan-dates"/></xsl:call-template>
      <p><xsl:call-template name="rules-lead"/></p>
      <section id="rules/grades"><h2><xsl:call-template name="rules-caption"/></h2>
        <xsl:call-template name="scheme-table"><xsl:with-param name="caption"><xsl:call-template name="scheme-all-caption"/></xsl:with-param><xsl:with-param name="grades" select="judgement/grade"/></xsl:call-template>
        <xsl:for-each select="judgement/scheme"><xsl:call-template name="scheme-table"><xsl:with-param name="caption"><xsl:call-template name="scheme-caption"/></xsl:with-param><xsl:with-param name="grades" select="grade"/></xsl:call-template></xsl:for-each></section>
      <section id="rules/how"><h2><xsl:call-template name="rules-how-title"/></h2><xsl:call-template name="rules-text"/></section>
      <section id="rules/legend"><h2><xsl:call-template name="legend-title"/></h2>
        <table class="terms stack"><caption><xsl:call-template name="legend-caption"/></caption>
          <thead><tr><th scope="col">記号と読み</th><th scope="col">意味</th></tr></thead>
          <tbody>
            <xsl:for-each select="judgement/grade"><tr><th scope="row"><span><xsl:attribute name="class">grade <xsl:call-template name="tone"><xsl:with-param name="grade" select="@id"/></xsl:call-template></xsl:attribute><span class="shape"><xsl:value-of select="@shape"/></span><xsl:value-of select="@word"/></span></th><td><xsl:call-template name="grade-meaning"/></td></tr></xsl:for-each>
            <xsl:for-each select="$outcomes"><tr><th scope="row"><span class="grade other"><span class="shape"><xsl:value-of select="@mark"/></span><xsl:value-of select="@word"/></span></th><td><xsl:call-template name="outcome-meaning"/></td></tr></xsl:for-each>
            <tr><th scope="row"><xsl:call-template name="minus-sample"/></th><td><xsl:call-template name="minus-word"/></td></tr>
          </tbody></table></section>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>
  <xsl:template name="scheme-table"><xsl:param name="caption"/><xsl:param name="grades"/>
    <table class="scheme"><caption><xsl:value-of select="$caption"/></caption>
      <thead><tr><th scope="col">判定</th><th scope="col">割合</th><th scope="col">段階の申告</th></tr></thead>
      <tbody><xsl:for-each select="$grades"><tr><th scope="row"><span><xsl:attribute name="class">grade <xsl:call-template name="tone"><xsl:with-param name="grade" select="@id"/></xsl:call-template></xsl:attribute><span class="shape"><xsl:value-of select="@shape"/></span><xsl:value-of select="@word"/></span></th><td><xsl:value-of select="@rule"/></td><td><xsl:value-of select="@state"/></td></tr></xsl:for-each></tbody></table></xsl:template>

  <!-- ===== 訂正と変更 ===== -->
  <xsl:template name="changes-page">
    <page path="changes.html" id="changes" class="changes">
      <xsl:call-template name="opening"><xsl:with-param name="title"><xsl:call-template name="changes-title"/></xsl:with-param><xsl:with-param name="about"><xsl:call-template name="changes-lead"/></xsl:with-param><xsl:with-param name="on" select="$dates"/></xsl:call-template>
      <p><xsl:call-template name="changes-lead"/></p>
      <p class="note"><xsl:call-template name="since-note"/></p>
      <xsl:if test="plan-revision">
        <section id="changes/plan">
          <h2><xsl:call-template name="plan-revisions-title"/></h2>
          <xsl:for-each select="plan-revision">
            <h3><xsl:call-template name="plan-revision-title"/></h3>
            <xsl:copy-of select="p|ul"/>
          </xsl:for-each>
        </section>
      </xsl:if>
      <section id="changes/corrections"><h2><xsl:call-template name="corrections-title"/></h2>
        <xsl:choose><xsl:when test="correction"><xsl:call-template name="correction-table"><xsl:with-param name="corrections" select="correction"/></xsl:call-template></xsl:when>
          <xsl:otherwise><p><xsl:call-template name="corrections-none"/></p></xsl:otherwise></xsl:choose></section>
      <section id="changes/revisions"><h2><xsl:call-template name="revisions-title"/></h2>
        <xsl:choose><xsl:when test="revision"><table class="revisions stack"><caption><xsl:call-template name="revisions-caption"/></caption>
          <thead><tr><th scope="col">取組</th><th scope="col">年度</th><th scope="col">改める前</th><th scope="col">改めた後</th><th scope="col">決定</th><th scope="col">理由</th></tr></thead>
          <tbody><xsl:for-each select="revision"><tr><th scope="row"><a href="#{@ref}"><span class="ref"><xsl:value-of select="@code"/></span><xsl:text> </xsl:text><xsl:value-of select="@name"/></a></th><td><xsl:value-of select="@label"/></td><td><xsl:value-of select="@from"/></td><td><xsl:value-of select="@to"/></td><td><p><xsl:value-of select="@date-text"/><xsl:if test="@since">（<xsl:call-template name="since-word"/>）</xsl:if></p><xsl:if test="@decided-by"><p><xsl:value-of select="@decided-by"/></p></xsl:if></td><td><xsl:value-of select="@reason"/></td></tr></xsl:for-each></tbody></table></xsl:when>
          <xsl:otherwise><p><xsl:call-template name="revisions-none"/></p></xsl:otherwise></xsl:choose></section>
      <xsl:for-each select="since"><section id="changes/since"><h2><xsl:call-template name="since-title"/></h2><xsl:call-template name="since-tables"/></section></xsl:for-each>
      <xsl:if test="$report/@previous"><section id="changes/grades"><h2><xsl:call-template name="moved-title"/></h2>
        <xsl:for-each select="change"><p><xsl:call-template name="change-sentence"/></p></xsl:for-each>
        <xsl:variable name="moved" select="sheet[@previous-grade and @grade and @grade!=@previous-grade]"/>
        <xsl:if test="$moved"><table class="moved stack"><caption><xsl:call-template name="moved-caption"/></caption>
          <thead><tr><th scope="col">取組</th><th scope="col"><xsl:value-of select="$report/@previous"/></th><th scope="col"><xsl:value-of select="$report/@label"/></th></tr></thead>
          <tbody><xsl:for-each select="$moved"><tr><th scope="row"><xsl:call-template name="sheet-link"/></th><td><xsl:call-template name="previous-standing"/></td><td><xsl:call-template name="standing"/></td></tr></xsl:for-each></tbody></table></xsl:if></section></xsl:if>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>
  <xsl:template name="correction-table"><xsl:param name="corrections"/>
    <table class="corrections stack"><caption><xsl:call-template name="corrections-caption"/></caption>
      <thead><tr><th scope="col">訂正した日</th><th scope="col">箇所</th><th scope="col">誤</th><th scope="col">正</th><th scope="col">理由</th></tr></thead>
      <tbody><xsl:for-each select="$corrections"><tr><th scope="row"><xsl:value-of select="@date-text"/><xsl:if test="@since">（<xsl:call-template name="since-word"/>）</xsl:if></th>
        <td><xsl:if test="@document-word"><p><xsl:value-of select="@document-word"/></p></xsl:if><p><xsl:choose><xsl:when test="@id"><a href="#{@ref}"><xsl:value-of select="@code"/><xsl:text> </xsl:text><xsl:value-of select="@name"/></a></xsl:when><xsl:otherwise><xsl:value-of select="@code"/></xsl:otherwise></xsl:choose><xsl:if test="@field-word"><xsl:text> </xsl:text><xsl:value-of select="@field-word"/></xsl:if><xsl:if test="@year"><xsl:text> </xsl:text><xsl:value-of select="@year"/></xsl:if></p></td>
        <td><xsl:value-of select="wrong"/></td><td><xsl:value-of select="right"/></td><td><xsl:value-of select="reason"/></td></tr></xsl:for-each></tbody></table></xsl:template>

  <!-- ===== オープンデータ ===== -->
  <xsl:template name="data-page">
    <page path="data.html" id="data" class="data">
      <xsl:call-template name="opening"><xsl:with-param name="title"><xsl:call-template name="data-title"/></xsl:with-param><xsl:with-param name="about"><xsl:call-template name="data-lead"/></xsl:with-param><xsl:with-param name="on" select="$dates"/></xsl:call-template>
      <p><xsl:call-template name="data-lead"/></p>
      <xsl:if test="$data-files"><section id="data/files"><h2><xsl:call-template name="data-files-title"/></h2>
        <ul class="downloads"><xsl:for-each select="$data-files"><li><xsl:call-template name="download-link"/></li></xsl:for-each></ul></section></xsl:if>
      <xsl:if test="$papers"><section id="data/papers"><h2><xsl:call-template name="papers-title"/></h2>
        <ul class="downloads"><xsl:for-each select="$papers"><li><xsl:call-template name="download-link"/></li></xsl:for-each></ul></section></xsl:if>
      <section id="data/format"><h2><xsl:call-template name="data-format-title"/></h2><xsl:call-template name="data-format"/></section>
      <xsl:if test="licence"><section id="data/licence"><h2><xsl:call-template name="licence-title"/></h2>
        <p><xsl:call-template name="data-licence-note"/><xsl:for-each select="licence"><xsl:choose><xsl:when test="@href"><a href="{@href}"><xsl:value-of select="."/></a></xsl:when><xsl:otherwise><xsl:value-of select="."/></xsl:otherwise></xsl:choose></xsl:for-each></p></section></xsl:if>
      <xsl:if test="column"><section id="data/columns"><h2><xsl:call-template name="columns-title"/></h2>
        <xsl:for-each select="column[not(@file=preceding-sibling::column[1]/@file)]">
          <h3><xsl:value-of select="@file"/></h3>
          <table class="columns-table stack"><caption><xsl:call-template name="columns-caption"/></caption>
            <thead><tr><th scope="col">列</th><th scope="col">説明</th></tr></thead>
            <tbody><xsl:for-each select="../column[@file=current()/@file]"><tr><th scope="row"><xsl:value-of select="@name"/></th><td><xsl:value-of select="."/></td></tr></xsl:for-each></tbody></table></xsl:for-each></section></xsl:if>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>

  <!-- ===== 用語 ===== -->
  <xsl:template name="glossary-page">
    <page path="glossary.html" id="glossary" class="glossary">
      <xsl:call-template name="opening"><xsl:with-param name="title"><xsl:call-template name="glossary-title"/></xsl:with-param><xsl:with-param name="about"><xsl:call-template name="glossary-lead"/></xsl:with-param><xsl:with-param name="on" select="$plan-dates"/></xsl:call-template>
      <p><xsl:call-template name="glossary-lead"/></p>
      <table class="terms stack"><caption><xsl:call-template name="glossary-caption"/></caption>
        <thead><tr><th scope="col">用語</th><th scope="col">意味</th></tr></thead>
        <tbody>
          <xsl:for-each select="judgement/grade"><tr><th scope="row"><xsl:value-of select="@word"/></th><td><xsl:call-template name="grade-meaning"/></td></tr></xsl:for-each>
          <xsl:for-each select="$outcomes"><tr><th scope="row"><xsl:value-of select="@word"/></th><td><xsl:call-template name="outcome-meaning"/></td></tr></xsl:for-each>
          <xsl:call-template name="terms"/>
        </tbody></table>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>
  <xsl:template name="term"><xsl:param name="word"/><xsl:param name="meaning"/><tr><th scope="row"><xsl:value-of select="$word"/></th><td><xsl:value-of select="$meaning"/></td></tr></xsl:template>

  <!-- ===== アクセシビリティ、見つからないとき ===== -->
  <xsl:template name="accessibility-page">
    <page path="accessibility.html" id="accessibility" class="accessibility">
      <xsl:call-template name="opening"><xsl:with-param name="title"><xsl:call-template name="accessibility-title"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="accessibility-text"/>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>
  <xsl:template name="missing-page">
    <page path="404.html" id="missing" class="missing">
      <xsl:call-template name="opening"><xsl:with-param name="title"><xsl:call-template name="missing-title"/></xsl:with-param></xsl:call-template>
      <p><xsl:call-template name="missing-words"/></p>
      <ul><li><a href="#index"><xsl:call-template name="start-title"/></a></li><li><a href="#initiatives"><xsl:call-template name="list-title"/></a></li></ul>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>
</xsl:stylesheet>

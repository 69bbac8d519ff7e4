<?xml version="1.0" encoding="UTF-8"?>
<!-- 架空市の計画書：A4横。表紙、もくじ、章、個票、お問い合わせ。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="wording.xsl"/>
  <xsl:import href="sheet.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/facts">
    <xsl:variable name="title"><xsl:call-template name="document-title"/></xsl:variable>
    <document lang="{@lang}" title="{$title}" author="{plan/@municipality}" class="plan">
      <xsl:call-template name="cover"/>
      <xsl:call-template name="contents"/>
      <xsl:apply-templates select="chapter"/>
      <xsl:call-template name="back"/>
    </document>
  </xsl:template>

  <xsl:template name="marks">
    <xsl:if test="/facts/plan/@state='案'"><aside class="mark">素案</aside></xsl:if>
    <xsl:if test="/facts/plan/@sample"><aside class="mark">見本</aside></xsl:if>
  </xsl:template>
  <xsl:template name="running">
    <header><p class="running"><xsl:call-template name="document-title"/></p></header>
    <footer><p class="running"><xsl:value-of select="/facts/plan/@municipality"/>　<span class="page"/></p></footer>
    <xsl:call-template name="marks"/>
  </xsl:template>

  <xsl:template name="cover">
    <page class="cover" title="表紙">
      <xsl:call-template name="marks"/>
      <h1><xsl:value-of select="plan/@title"/></h1>
      <p><xsl:call-template name="cover-period"/></p>
      <p class="publisher"><xsl:value-of select="plan/@municipality"/></p>
      <p><xsl:call-template name="cover-date"/></p>
      <xsl:if test="plan/@sample"><p><xsl:call-template name="cover-sample"/></p></xsl:if>
    </page>
  </xsl:template>

  <xsl:template name="contents">
    <xsl:variable name="title"><xsl:call-template name="contents-title"/></xsl:variable>
    <page class="contents" title="{$title}">
      <xsl:call-template name="running"/>
      <h1><xsl:value-of select="$title"/></h1>
      <div class="columns index">
        <nav class="toc"><h2><xsl:call-template name="contents-chapters"/></h2><ol class="toc">
          <xsl:for-each select="chapter">
            <li class="top"><a href="#{@id}"><xsl:call-template name="chapter-entry"/><span class="page"/></a></li>
            <xsl:for-each select="section"><li class="sub"><a href="#{@id}"><xsl:call-template name="section-entry"/><span class="page"/></a></li></xsl:for-each>
          </xsl:for-each>
          <li class="top"><a href="#back"><xsl:call-template name="back-title"/><span class="page"/></a></li>
        </ol></nav>
        <xsl:if test="chapter/@sheets"><nav class="toc"><h2><xsl:call-template name="contents-sheets"/></h2><ol class="toc">
          <xsl:for-each select="sheet"><li><a href="#{@id}"><xsl:call-template name="sheet-heading"/><span class="page"/></a></li></xsl:for-each>
        </ol></nav></xsl:if>
      </div>
    </page>
  </xsl:template>

  <xsl:template match="chapter">
    <page class="chapter" id="{@id}" title="{@title}">
      <xsl:call-template name="running"/>
      <h1><xsl:call-template name="chapter-heading"/></h1>
      <xsl:apply-templates select="*"/>
    </page>
    <xsl:if test="@sheets"><xsl:apply-templates select="/facts/sheet"/></xsl:if>
  </xsl:template>
  <xsl:template match="section">
    <section id="{@id}">
      <h2><xsl:call-template name="section-heading"/></h2>
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>
  <xsl:template match="p|ul"><xsl:copy-of select="."/></xsl:template>

  <xsl:template match="policies">
    <table class="policies">
      <thead><tr><th class="head" scope="col">方針</th><th class="head" scope="col">考え方</th></tr></thead>
      <tbody><xsl:for-each select="/facts/policy"><tr><th scope="row"><xsl:value-of select="@number"/><xsl:text>　</xsl:text><xsl:value-of select="@name"/></th><td><xsl:copy-of select="approach/*"/></td></tr></xsl:for-each></tbody>
    </table>
  </xsl:template>
  <xsl:template match="viewpoints[/facts/viewpoint]">
    <table class="viewpoints">
      <tbody><xsl:for-each select="/facts/viewpoint"><tr><th scope="row"><xsl:value-of select="@number"/><xsl:text>　</xsl:text><xsl:value-of select="@name"/></th><td><xsl:copy-of select="text/*"/></td></tr></xsl:for-each></tbody>
    </table>
  </xsl:template>

  <!-- 体系：取組ごとに1行。方針と項目は結合する -->
  <xsl:template match="outline[policy]">
    <xsl:variable name="id" select="@id"/>
    <table class="outline">
      <thead><tr>
        <th class="head" scope="col" id="{$id}-a"><xsl:value-of select="@head"/><xsl:if test="not(@head)">方針</xsl:if></th>
        <th class="head" scope="col" id="{$id}-b">項目</th>
        <th class="head" scope="col" id="{$id}-c">取組</th>
      </tr></thead>
      <xsl:for-each select="policy"><tbody>
        <xsl:variable name="policy" select="concat($id, '-', @number)"/>
        <xsl:for-each select="item"><xsl:variable name="item" select="concat($policy, '-', @number)"/><xsl:variable name="opens" select="position()=1"/>
          <xsl:for-each select="row"><tr>
            <xsl:if test="$opens and position()=1"><th scope="rowgroup" rowspan="{../../@rows}" id="{$policy}" headers="{$id}-a"><xsl:value-of select="../../@number"/><xsl:text>　</xsl:text><xsl:value-of select="../../@name"/></th></xsl:if>
            <xsl:if test="position()=1"><th scope="rowgroup" rowspan="{../@rows}" id="{$item}" headers="{$id}-b {$policy}"><xsl:value-of select="../@label"/></th></xsl:if>
            <td headers="{$id}-c {$policy} {$item}"><xsl:choose>
              <xsl:when test="/facts/chapter/@sheets"><a href="#{@sheet}"><xsl:value-of select="."/></a></xsl:when>
              <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise></xsl:choose></td>
          </tr></xsl:for-each>
        </xsl:for-each>
      </tbody></xsl:for-each>
    </table>
  </xsl:template>

  <!-- 個票の一覧：目次ではなく表 -->
  <xsl:template match="sheets">
    <table class="list"><caption><xsl:call-template name="list-caption"/></caption>
      <thead><tr><th class="head" scope="col">番号</th><th class="head" scope="col">取組</th><th class="head" scope="col">担当課</th><th class="head" scope="col">方針</th></tr></thead>
      <tbody><xsl:for-each select="/facts/sheet"><tr>
        <th scope="row"><xsl:value-of select="@ref"/></th>
        <td><a href="#{@id}"><xsl:value-of select="name"/></a></td><td><xsl:value-of select="department"/></td><td><xsl:value-of select="policy"/></td>
      </tr></xsl:for-each></tbody>
    </table>
  </xsl:template>

  <xsl:template name="back">
    <xsl:variable name="title"><xsl:call-template name="back-title"/></xsl:variable>
    <page class="back" id="back" title="{$title}">
      <xsl:call-template name="running"/>
      <h1><xsl:value-of select="$title"/></h1>
      <div class="columns">
        <div><xsl:apply-templates select="contact"/><p class="note"><xsl:call-template name="document-title"/></p><xsl:apply-templates select="licence"/></div>
        <xsl:if test="department"><div><h2><xsl:call-template name="departments-title"/></h2>
          <table class="departments"><thead><tr><th class="head" scope="col">課</th><th class="head" scope="col">電話番号</th></tr></thead>
            <tbody><xsl:for-each select="department"><tr><th scope="row"><xsl:value-of select="."/></th><td><xsl:value-of select="@tel"/></td></tr></xsl:for-each></tbody></table></div></xsl:if>
      </div>
      <xsl:if test="correction"><h2><xsl:call-template name="corrections-title"/></h2>
        <table class="corrections"><thead><tr><th class="head" scope="col">日付</th><th class="head" scope="col">箇所</th><th class="head" scope="col">訂正前</th><th class="head" scope="col">訂正後</th><th class="head" scope="col">理由</th></tr></thead>
          <tbody><xsl:for-each select="correction"><tr><th scope="row"><xsl:value-of select="@date"/></th><td><xsl:call-template name="correction-place"/></td><td><xsl:value-of select="wrong"/></td><td><xsl:value-of select="right"/></td><td><xsl:value-of select="reason"/></td></tr></xsl:for-each></tbody></table></xsl:if>
    </page>
  </xsl:template>
  <xsl:template match="contact">
    <table class="contact"><tbody>
      <xsl:apply-templates select="@department"/><xsl:apply-templates select="@address"/><xsl:apply-templates select="@tel"/>
      <xsl:apply-templates select="@fax"/><xsl:apply-templates select="@mail"/><xsl:apply-templates select="@form"/>
    </tbody></table>
  </xsl:template>
  <xsl:template match="contact/@department"><tr><th scope="row">とりまとめ</th><td><xsl:value-of select="."/></td></tr></xsl:template>
  <xsl:template match="contact/@address"><tr><th scope="row">住所</th><td><xsl:value-of select="."/></td></tr></xsl:template>
  <xsl:template match="contact/@tel"><tr><th scope="row">電話</th><td><xsl:value-of select="."/></td></tr></xsl:template>
  <xsl:template match="contact/@fax"><tr><th scope="row">FAX</th><td><xsl:value-of select="."/></td></tr></xsl:template>
  <xsl:template match="contact/@mail"><tr><th scope="row">メール</th><td><a href="mailto:{.}"><xsl:value-of select="."/></a></td></tr></xsl:template>
  <xsl:template match="contact/@form"><tr><th scope="row">フォーム</th><td><a href="{.}"><xsl:value-of select="."/></a></td></tr></xsl:template>
  <xsl:template match="licence">
    <h2><xsl:call-template name="licence-title"/></h2>
    <p><xsl:choose><xsl:when test="@href"><a href="{@href}"><xsl:value-of select="."/></a></xsl:when><xsl:otherwise><xsl:value-of select="."/></xsl:otherwise></xsl:choose></p>
  </xsl:template>
</xsl:stylesheet>

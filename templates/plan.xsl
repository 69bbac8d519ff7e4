<?xml version="1.0" encoding="UTF-8"?>
<!-- 事実から計画書へ：表紙、目次、章、シート、巻末。選び、並べ、言葉を付けるだけで、計算はしない。言葉はwording.xsl、シートはsheet.xsl。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="wording.xsl"/>
  <xsl:import href="sheet.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <!-- 何度も使うもの。シートごとに探し直さない -->
  <xsl:variable name="plan" select="/facts/plan"/>
  <xsl:variable name="years" select="/facts/years"/>

  <xsl:template match="/facts">
    <xsl:variable name="title"><xsl:call-template name="document-title"/></xsl:variable>
    <document lang="{@lang}" title="{$title}" author="{plan/@municipality}" class="plan">
      <xsl:call-template name="cover"/>
      <xsl:call-template name="contents"/>
      <xsl:apply-templates select="chapter"/>
      <xsl:if test="contact|licence|department|plan-revision|correction"><xsl:call-template name="back"/></xsl:if>
    </document>
  </xsl:template>

  <!-- 全てのページに付くもの -->
  <xsl:template name="marks">
    <xsl:if test="$plan/@state='案'"><aside class="mark">案</aside></xsl:if>
    <xsl:if test="$plan/@sample"><aside class="mark"><xsl:call-template name="sample-mark"/></aside></xsl:if>
  </xsl:template>
  <xsl:template name="running">
    <header><p class="header"><xsl:call-template name="document-title"/></p></header>
    <footer><p class="footer">－ <span class="page"/> －</p></footer>
    <xsl:call-template name="marks"/>
  </xsl:template>

  <xsl:template name="cover">
    <page class="cover" title="表紙">
      <xsl:call-template name="marks"/>
      <h1><xsl:value-of select="plan/@title"/></h1>
      <p class="state"><xsl:call-template name="state"/></p>
      <p><xsl:value-of select="plan/@date-text"/></p>
      <p class="publisher"><xsl:value-of select="plan/@municipality"/></p>
      <xsl:if test="plan/@sample"><p class="sample"><xsl:call-template name="sample-note"/></p></xsl:if>
    </page>
  </xsl:template>

  <xsl:template name="contents">
    <xsl:variable name="title"><xsl:call-template name="contents-title"/></xsl:variable>
    <xsl:if test="chapter|contact|licence|department|correction"><page class="contents" title="{$title}">
      <xsl:call-template name="running"/>
      <h1><xsl:value-of select="$title"/></h1>
      <nav class="toc"><ol class="toc">
        <xsl:for-each select="chapter">
          <li class="top"><a href="#{@id}"><xsl:call-template name="chapter-entry"/><span class="page"/></a></li>
          <xsl:for-each select="section"><li class="sub"><a href="#{@id}"><xsl:call-template name="section-entry"/><span class="page"/></a></li></xsl:for-each>
        </xsl:for-each>
        <xsl:if test="contact|licence|department|correction"><li class="top"><a href="#back"><xsl:call-template name="back-title"/><span class="page"/></a></li></xsl:if>
      </ol></nav>
    </page></xsl:if>
  </xsl:template>

  <!-- 章 -->
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
  <xsl:template match="chapter/p|section/p|chapter/ul|section/ul"><xsl:copy-of select="."/></xsl:template>

  <!-- 基本方針｜取組み方針。中の階層にも取組み方針があれば、その後に続ける -->
  <xsl:template match="policies">
    <xsl:if test="/facts/policy">
      <xsl:variable name="approached" select="/facts/policy//approach/*"/>
      <table class="policies"><caption><xsl:call-template name="policies-caption"/></caption>
        <thead><tr>
          <th class="head" scope="col"><xsl:value-of select="/facts/policy[1]/@kind"/></th>
          <xsl:if test="$approached"><th class="head" scope="col">取組み方針</th></xsl:if>
        </tr></thead>
        <tbody>
          <xsl:for-each select="/facts/policy|/facts/policy/group">
            <tr>
              <th scope="row"><xsl:call-template name="policies-row"/></th>
              <xsl:if test="$approached"><td class="prose"><xsl:copy-of select="approach/*"/></td></xsl:if>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- 基本方針（柱）｜項目｜主な取組み。階層の数だけ列がある。欄のidは、表のidと外側からの番号 -->
  <xsl:template match="outline[.//row]">
    <xsl:variable name="id" select="@id"/>
    <table class="outline">
      <xsl:if test="count(/facts/level)!=2"><xsl:attribute name="class">outline outline-<xsl:value-of select="count(/facts/level) + 1"/></xsl:attribute></xsl:if>
      <caption><xsl:call-template name="outline-caption"/></caption>
      <thead><tr>
        <xsl:variable name="head" select="@head"/>
        <xsl:for-each select="/facts/level">
          <th class="head" scope="col">
            <xsl:attribute name="id"><xsl:value-of select="$id"/>-<xsl:call-template name="outline-column"/></xsl:attribute>
            <xsl:choose>
              <xsl:when test="$head and position()=1"><xsl:value-of select="$head"/></xsl:when>
              <xsl:otherwise><xsl:call-template name="level-word"><xsl:with-param name="level" select="@n"/><xsl:with-param name="kind" select="."/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
          </th>
        </xsl:for-each>
        <th class="head" scope="col" id="{$id}-row"><xsl:call-template name="initiative-word"/></th>
      </tr></thead>
      <xsl:for-each select="policy|group">
        <tbody><xsl:apply-templates select=".//row" mode="outline"/></tbody>
      </xsl:for-each>
      <xsl:if test="row"><tbody><xsl:apply-templates select="row" mode="outline"/></tbody></xsl:if>
    </table>
  </xsl:template>
  <!-- 文脈：level -->
  <xsl:template name="outline-column">
    <xsl:choose>
      <xsl:when test="@n=1">policy</xsl:when>
      <xsl:when test="@n=2">item</xsl:when>
      <xsl:otherwise>level<xsl:value-of select="@n"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 1つの取組みの行：この行で始まる階層の欄を、外側から先に置く -->
  <xsl:template match="row" mode="outline">
    <xsl:variable name="row" select="generate-id()"/>
    <xsl:variable name="id" select="ancestor::outline/@id"/>
    <xsl:variable name="around" select="ancestor::*[@rows]"/>
    <tr>
      <xsl:for-each select="$around[generate-id(descendant::row[1])=$row]">
        <th scope="rowgroup" rowspan="{@rows}" id="{$id}-{@path}">
          <xsl:if test="@columns"><xsl:attribute name="colspan"><xsl:value-of select="@columns"/></xsl:attribute></xsl:if>
          <xsl:attribute name="headers">
            <xsl:value-of select="$id"/>-<xsl:for-each select="/facts/level[.=current()/@kind]"><xsl:call-template name="outline-column"/></xsl:for-each>
            <xsl:for-each select="ancestor::*[@rows]"><xsl:value-of select="concat(' ', $id, '-', @path)"/></xsl:for-each>
          </xsl:attribute>
          <xsl:choose>
            <xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise>
          </xsl:choose>
        </th>
      </xsl:for-each>
      <td>
        <xsl:if test="@columns"><xsl:attribute name="colspan"><xsl:value-of select="@columns"/></xsl:attribute></xsl:if>
        <xsl:attribute name="headers"><xsl:value-of select="$id"/>-row<xsl:for-each select="$around"><xsl:value-of select="concat(' ', $id, '-', @path)"/></xsl:for-each></xsl:attribute>
        <xsl:choose>
          <xsl:when test="/facts/chapter/@sheets"><a href="#{@sheet}"><xsl:value-of select="."/></a></xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="viewpoints">
    <xsl:if test="/facts/viewpoint"><table class="viewpoints"><caption><xsl:call-template name="viewpoints-caption"/></caption>
      <tbody><xsl:for-each select="/facts/viewpoint"><tr><th scope="row"><xsl:call-template name="viewpoint-label"/></th><td class="prose"><xsl:copy-of select="text/*"/></td></tr></xsl:for-each></tbody>
    </table></xsl:if>
  </xsl:template>

  <!-- シートの一覧：基本方針ごとに、取組み、担当課、ページ -->
  <xsl:template match="sheets">
    <nav class="toc"><h2><xsl:call-template name="sheet-list-title"/></h2><ol class="toc list">
      <xsl:for-each select="/facts/sheet">
        <xsl:if test="@first-of-policy"><li class="top"><a href="#{@id}"><xsl:call-template name="policy-heading"/><span class="page"/></a></li></xsl:if>
        <li class="sub"><a href="#{@id}"><xsl:call-template name="sheet-entry"/><span class="page"/></a></li>
      </xsl:for-each>
    </ol></nav>
  </xsl:template>

  <!-- 巻末：入力にあるものだけ -->
  <xsl:template name="plan-revisions">
    <xsl:if test="plan-revision">
      <h2><xsl:call-template name="plan-revisions-title"/></h2>
      <xsl:for-each select="plan-revision">
        <h3><xsl:call-template name="plan-revision-title"/></h3>
        <xsl:copy-of select="p|ul"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
  <xsl:template name="back">
    <xsl:variable name="title"><xsl:call-template name="back-title"/></xsl:variable>
    <page class="back" id="back" title="{$title}">
      <xsl:call-template name="running"/>
      <h1><xsl:value-of select="$title"/></h1>
      <xsl:apply-templates select="contact|licence"/>
      <xsl:if test="department"><h2><xsl:call-template name="departments-title"/></h2>
        <table class="departments"><thead><tr><th class="head" scope="col">担当課</th><th class="head" scope="col">電話</th></tr></thead>
          <tbody><xsl:for-each select="department"><tr><th scope="row"><xsl:value-of select="."/></th><td><xsl:value-of select="@tel"/></td></tr></xsl:for-each></tbody></table></xsl:if>
      <xsl:call-template name="plan-revisions"/>
      <xsl:if test="correction"><h2><xsl:call-template name="corrections-title"/></h2>
        <table class="corrections"><thead><tr><th class="head" scope="col">訂正した日</th><th class="head" scope="col">箇所</th><th class="head" scope="col">誤</th><th class="head" scope="col">正</th><th class="head" scope="col">理由</th></tr></thead>
          <tbody><xsl:for-each select="correction"><tr><th scope="row"><xsl:value-of select="@date"/></th><td><xsl:call-template name="correction-place"/></td><td><xsl:value-of select="wrong"/></td><td><xsl:value-of select="right"/></td><td><xsl:value-of select="reason"/></td></tr></xsl:for-each></tbody></table></xsl:if>
    </page>
  </xsl:template>
  <xsl:template match="licence">
    <h2><xsl:call-template name="licence-title"/></h2>
    <p><xsl:call-template name="licence-note"/><xsl:choose>
      <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="."/></a></xsl:when><xsl:otherwise><xsl:value-of select="."/></xsl:otherwise></xsl:choose></p>
  </xsl:template>
  <xsl:template match="contact">
    <h2><xsl:call-template name="contact-title"/></h2>
    <table class="contact"><tbody>
      <xsl:if test="@department"><tr><th scope="row">担当</th><td><xsl:value-of select="@department"/></td></tr></xsl:if>
      <xsl:if test="@address"><tr><th scope="row">所在地</th><td><xsl:value-of select="@address"/></td></tr></xsl:if>
      <xsl:if test="@tel"><tr><th scope="row">電話</th><td><xsl:value-of select="@tel"/></td></tr></xsl:if>
      <xsl:if test="@fax"><tr><th scope="row">ファクシミリ</th><td><xsl:value-of select="@fax"/></td></tr></xsl:if>
      <xsl:if test="@mail"><tr><th scope="row">電子メール</th><td><a href="mailto:{@mail}"><xsl:value-of select="@mail"/></a></td></tr></xsl:if>
      <xsl:if test="@form"><tr><th scope="row">問い合わせフォーム</th><td><a href="{@form}"><xsl:value-of select="@form"/></a></td></tr></xsl:if>
    </tbody></table>
  </xsl:template>
</xsl:stylesheet>

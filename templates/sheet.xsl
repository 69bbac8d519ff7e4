<?xml version="1.0" encoding="UTF-8"?>
<!-- 進行管理・評価シート：公表された様式の順に、見出しと本文、年度ごとの目標値と実績値。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- どこかの個票に書いてある欄。どこにも書いていない欄は、様式にないものとして出さない -->
  <xsl:key name="said" match="sheet/field[*]" use="@id"/>

  <xsl:template match="sheet">
    <page class="sheet" id="{@id}" title="{name}">
      <xsl:call-template name="running"/>
      <xsl:choose>
        <xsl:when test="@first-of-policy"><h2 class="policy"><xsl:call-template name="policy-heading"/></h2></xsl:when>
        <xsl:otherwise><p class="policy"><xsl:call-template name="policy-heading"/></p></xsl:otherwise>
      </xsl:choose>
      <h3><xsl:call-template name="sheet-heading"/></h3>
      <xsl:for-each select="life"><p class="note"><xsl:call-template name="life-note"/></p></xsl:for-each>
      <xsl:call-template name="form"/>
      <xsl:apply-templates select="indicator"/>
      <xsl:for-each select="indicator/revised"><p class="note"><xsl:call-template name="revised-note"/></p></xsl:for-each>
    </page>
  </xsl:template>

  <xsl:template name="form">
    <table class="form"><tbody>
      <xsl:for-each select="group[position() &gt; 1]"><tr><th scope="row"><xsl:call-template name="level-word"><xsl:with-param name="level" select="@level"/><xsl:with-param name="kind" select="@kind"/></xsl:call-template></th><td class="short" colspan="3"><xsl:value-of select="."/></td></tr></xsl:for-each>
      <tr><th scope="row"><xsl:call-template name="initiative-word"/></th><td class="short" colspan="3"><xsl:value-of select="name"/></td></tr>
      <tr><th scope="row"><xsl:value-of select="$labels[@of='department']"/></th><td class="short" colspan="3"><xsl:value-of select="department"/></td></tr>
      <xsl:if test="key('said', 'current') or key('said', 'challenge')">
        <xsl:call-template name="current-and-challenge"/>
      </xsl:if>
      <xsl:for-each select="field[not(@id='current' or @id='challenge')]">
        <xsl:if test="* or key('said', @id)"><xsl:call-template name="field-row"/></xsl:if>
      </xsl:for-each>
    </tbody></table>
  </xsl:template>

  <!-- 現状と課題は左右に並べる。課題がない様式では、現状だけ。文脈：sheet -->
  <xsl:template name="current-and-challenge">
    <xsl:variable name="current" select="field[@id='current']"/>
    <xsl:variable name="challenge" select="field[@id='challenge']"/>
    <xsl:choose>
      <xsl:when test="$challenge/* or key('said', 'challenge')">
        <tr><th scope="row" id="{@id}-current"><xsl:value-of select="$current/@label"/></th><td headers="{@id}-current"><xsl:copy-of select="$current/*"/></td>
          <th class="middle" scope="row" id="{@id}-challenge"><xsl:value-of select="$challenge/@label"/></th><td headers="{@id}-challenge"><xsl:copy-of select="$challenge/*"/></td></tr>
      </xsl:when>
      <xsl:otherwise><xsl:for-each select="$current"><xsl:call-template name="field-row"/></xsl:for-each></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- 文脈：field、year-field -->
  <xsl:template name="field-row"><tr><th scope="row"><xsl:value-of select="@label"/></th><td colspan="3"><xsl:copy-of select="*"/></td></tr></xsl:template>

  <!-- 年度の表。年度が多いとき、又は数が長いときは、数の途中で行が変わらないよう、幾つかの表に分ける -->
  <xsl:template match="indicator">
    <xsl:variable name="per">
      <xsl:call-template name="years-per-table">
        <xsl:with-param name="room" select="411"/><xsl:with-param name="size" select="9.5"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="of" select="."/>
    <xsl:for-each select="cell[(position() - 1) mod $per = 0]">
      <xsl:variable name="first" select="position() = 1"/>
      <xsl:variable name="cells" select=".|following-sibling::cell[position() &lt; $per]"/>
      <xsl:for-each select="$of">
        <xsl:call-template name="years-table-of">
          <xsl:with-param name="cells" select="$cells"/><xsl:with-param name="first" select="$first"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
  <!-- 1つの表。cells：その表の年度、first：初めの表か -->
  <xsl:template name="years-table-of">
    <xsl:param name="cells"/><xsl:param name="first"/>
    <table class="years">
      <caption><xsl:call-template name="years-caption"/><xsl:call-template name="years-range"><xsl:with-param name="cells" select="$cells"/></xsl:call-template></caption>
      <thead><tr>
        <th class="head" scope="col">年度</th>
        <xsl:for-each select="$cells"><th class="head" scope="col"><xsl:value-of select="@label"/></th></xsl:for-each>
      </tr></thead>
      <tbody>
        <xsl:if test="$first"><xsl:call-template name="years-about"><xsl:with-param name="columns" select="count($cells)"/></xsl:call-template></xsl:if>
        <tr><th scope="row"><xsl:value-of select="$labels[@of='target']"/></th><xsl:for-each select="$cells"><td><xsl:apply-templates select="target"/></td></xsl:for-each></tr>
        <tr><th scope="row"><xsl:value-of select="$labels[@of='actual']"/></th><xsl:for-each select="$cells"><td class="empty"/></xsl:for-each></tr>
      </tbody>
    </table>
  </xsl:template>
  <!-- 数値の定義と基準値の行 -->
  <xsl:template name="years-about">
    <xsl:param name="columns"/>
    <tr><th scope="row"><xsl:value-of select="$labels[@of='definition']"/></th><td class="wide" colspan="{$columns}"><xsl:if test="source"><xsl:value-of select="source"/><xsl:text>　</xsl:text></xsl:if><xsl:value-of select="definition"/></td></tr>
    <xsl:for-each select="baseline"><tr><th scope="row"><xsl:value-of select="$labels[@of='baseline']"/></th><td class="wide" colspan="{$columns}"><xsl:call-template name="baseline"/></td></tr></xsl:for-each>
    <xsl:for-each select="whole"><tr><th scope="row"><xsl:call-template name="whole-head"/></th><td class="wide" colspan="{$columns}"><xsl:value-of select="."/></td></tr></xsl:for-each>
  </xsl:template>
  <!-- 1つの表に入る年度の数：多くても6。最も長い数が1行に収まる数。表ごとの数はそろえる。
       room：年度の列の幅の合計、size：文字の大きさ（ポイント） -->
  <xsl:template name="years-per-table">
    <xsl:param name="room"/><xsl:param name="size"/>
    <xsl:variable name="longest">
      <xsl:for-each select="cell/target[@value]|cell/actual[@value]|cell/original">
        <xsl:sort select="string-length(.) - string-length(translate(., '0123456789,.', ''))" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="string-length(.) - string-length(translate(., '0123456789,.', ''))"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <!-- 数字1字は文字の大きさの約0.6倍、欄の左右の余白は約9ポイント -->
    <xsl:variable name="fitting" select="floor($room div (concat('0', $longest) * 0.6 * $size + 9))"/>
    <xsl:variable name="most"><xsl:choose>
      <xsl:when test="$fitting &gt; 6">6</xsl:when>
      <xsl:when test="$fitting &gt; 1"><xsl:value-of select="$fitting"/></xsl:when>
      <xsl:otherwise>1</xsl:otherwise>
    </xsl:choose></xsl:variable>
    <xsl:value-of select="ceiling(count(cell) div ceiling(count(cell) div $most))"/>
  </xsl:template>

  <xsl:template match="target">
    <xsl:choose>
      <xsl:when test="@kind='continue'"><abbr><xsl:attribute name="title"><xsl:call-template name="continue-word"/></xsl:attribute><xsl:value-of select="."/></abbr></xsl:when>
      <xsl:when test="@kind='none'"><abbr><xsl:attribute name="title"><xsl:call-template name="none-word"/></xsl:attribute><xsl:value-of select="."/></abbr></xsl:when>
      <xsl:when test="@kind='outside'"><abbr><xsl:attribute name="title"><xsl:call-template name="none-word"/></xsl:attribute>—</abbr></xsl:when>
      <xsl:when test="step"><xsl:for-each select="step"><p><xsl:value-of select="."/><xsl:if test="../@revised and position()=last()">※</xsl:if></p></xsl:for-each></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/><xsl:if test="@revised">※</xsl:if></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

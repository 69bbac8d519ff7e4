<?xml version="1.0" encoding="UTF-8"?>
<!-- 年度のシート：答えが先、次に図と年度ごとの表、その年度の取組、終わりに計画の内容。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="sheet">
    <page class="sheet year" id="{@id}" title="{name}">
      <xsl:call-template name="running"/>
      <xsl:choose>
        <xsl:when test="@first-of-policy"><h2 class="policy"><xsl:call-template name="policy-heading"/></h2></xsl:when>
        <xsl:otherwise><p class="policy"><xsl:call-template name="policy-heading"/></p></xsl:otherwise>
      </xsl:choose>
      <h3><xsl:call-template name="sheet-heading"/></h3>
      <div class="columns">
        <xsl:call-template name="answer"/>
        <xsl:apply-templates select="indicator[1]" mode="figure"/>
      </div>
      <xsl:for-each select="indicator">
        <xsl:if test="position()&gt;1"><xsl:apply-templates select="." mode="figure"/></xsl:if>
        <xsl:call-template name="result"/>
        <xsl:call-template name="notes"/>
      </xsl:for-each>
      <xsl:for-each select="twin"><p class="note"><xsl:call-template name="twin-note"/></p></xsl:for-each>
      <xsl:call-template name="entry"/>
      <xsl:if test="field/*">
        <h4><xsl:call-template name="plan-part-title"/></h4>
        <xsl:call-template name="brief"/>
      </xsl:if>
    </page>
  </xsl:template>

  <!-- 判定、一文の答え、前年度、担当 -->
  <xsl:template name="answer">
    <xsl:variable name="tone"><xsl:call-template name="tone"><xsl:with-param name="grade" select="@grade"/></xsl:call-template></xsl:variable>
    <div class="{normalize-space(concat('box ', $tone))}">
      <p class="grade"><xsl:value-of select="@shape"/><xsl:text>　</xsl:text><xsl:value-of select="@word"/></p>
      <p class="headline"><xsl:call-template name="headline"/><xsl:call-template name="headline-rate"/></p>
      <xsl:if test="@previous-word"><p class="facts"><xsl:call-template name="previous-year"/></p></xsl:if>
      <xsl:if test="@own-grade"><p class="facts"><xsl:call-template name="own-grade"/></p></xsl:if>
      <xsl:if test="@computed-word"><p class="facts"><xsl:call-template name="computed-grade"/></p></xsl:if>
      <xsl:if test="@measured"><p class="facts"><xsl:call-template name="judged-by"/></p></xsl:if>
      <xsl:if test="@progress-word"><p class="facts"><xsl:value-of select="$labels[@of='progress']"/><xsl:text>　</xsl:text><xsl:value-of select="@progress-word"/></p></xsl:if>
      <xsl:for-each select="life"><p class="facts"><xsl:call-template name="life-note"/></p></xsl:for-each>
      <p class="facts"><xsl:value-of select="$labels[@of='department']"/><xsl:text>　</xsl:text><xsl:value-of select="department"/></p>
      <xsl:for-each select="group[position() &gt; 1]"><p class="facts"><xsl:call-template name="level-word"><xsl:with-param name="level" select="@level"/><xsl:with-param name="kind" select="@kind"/></xsl:call-template><xsl:text>　</xsl:text><xsl:value-of select="."/></p></xsl:for-each>
    </div>
  </xsl:template>

  <!-- 図。示す値がないときは、図もない -->
  <xsl:template match="indicator[@chart='none']" mode="figure"/>
  <xsl:template match="indicator" mode="figure">
    <xsl:variable name="alt"><xsl:call-template name="chart-alt"/></xsl:variable>
    <xsl:variable name="axis"><xsl:call-template name="axis-note"/></xsl:variable>
    <figure><figcaption><xsl:value-of select="definition"/></figcaption>
      <chart kind="{@chart}" alt="{$alt}" name="{ancestor::sheet/@ref}">
        <xsl:if test="@unit"><xsl:attribute name="unit"><xsl:value-of select="@unit"/></xsl:attribute></xsl:if>
        <xsl:if test="@low and (@chart='dots' or @chart='line')"><xsl:attribute name="from"><xsl:value-of select="@low"/></xsl:attribute><xsl:attribute name="to"><xsl:value-of select="@high"/></xsl:attribute><xsl:attribute name="note"><xsl:value-of select="$axis"/></xsl:attribute></xsl:if>
        <xsl:choose><xsl:when test="@chart='strip'"><xsl:call-template name="stages"/></xsl:when><xsl:otherwise><xsl:call-template name="series"/></xsl:otherwise></xsl:choose>
      </chart></figure>
  </xsl:template>
  <xsl:template name="stages">
    <xsl:variable name="name"><xsl:call-template name="stage-name"/></xsl:variable>
    <series role="plan" name="{$name}"><xsl:for-each select="cell">
      <point at="{@label}"><xsl:attribute name="state"><xsl:choose><xsl:when test="target/@kind='none' or target/@kind='outside'">none</xsl:when><xsl:otherwise><xsl:call-template name="tone"><xsl:with-param name="grade" select="@grade"/></xsl:call-template></xsl:otherwise></xsl:choose></xsl:attribute><xsl:call-template name="target-text"/></point>
    </xsl:for-each></series>
  </xsl:template>
  <xsl:template name="series">
    <xsl:variable name="target"><xsl:call-template name="target-name"/></xsl:variable>
    <xsl:variable name="actual"><xsl:call-template name="actual-name"/></xsl:variable>
    <xsl:variable name="projection"><xsl:call-template name="projection-name"/></xsl:variable>
    <series role="target" name="{$target}"><xsl:for-each select="cell"><point at="{@label}"><xsl:if test="not(target/@kind='ahead' or target/@kind='unset')"><xsl:attribute name="value"><xsl:value-of select="target/@value"/></xsl:attribute></xsl:if><xsl:if test="target/@value"><xsl:call-template name="target-text"/></xsl:if></point></xsl:for-each></series>
    <series role="actual" name="{$actual}"><xsl:for-each select="cell"><point at="{@label}" value="{actual/@value}"><xsl:if test="actual/@value"><xsl:choose><xsl:when test="actual/@number-text"><xsl:value-of select="actual/@number-text"/></xsl:when><xsl:otherwise><xsl:value-of select="actual/text()"/></xsl:otherwise></xsl:choose></xsl:if></point></xsl:for-each></series>
    <xsl:if test="cell/projection and @chart='line'"><series role="projection" name="{$projection}"><xsl:for-each select="cell"><point at="{@label}"><xsl:attribute name="value"><xsl:choose><xsl:when test="projection"><xsl:value-of select="projection/@value"/></xsl:when><xsl:when test="actual/@value and not(following-sibling::cell/actual/@value)"><xsl:value-of select="actual/@value"/></xsl:when></xsl:choose></xsl:attribute><xsl:value-of select="projection"/></point></xsl:for-each></series></xsl:if>
  </xsl:template>
  <xsl:template name="target-text"><xsl:for-each select="target/step"><xsl:value-of select="."/><xsl:if test="position()!=last()">、</xsl:if></xsl:for-each><xsl:value-of select="target/text()"/></xsl:template>

  <!-- 年度ごとの目標、実績、差、割合、判定。その指標にない行は出さない。年度が多いとき、又は数が長いときは、表を分ける -->
  <xsl:template name="result">
    <xsl:variable name="per">
      <xsl:call-template name="years-per-table">
        <xsl:with-param name="room" select="420"/><xsl:with-param name="size" select="8.5"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="of" select="."/>
    <xsl:for-each select="cell[(position() - 1) mod $per = 0]">
      <xsl:variable name="first" select="position() = 1"/>
      <xsl:variable name="cells" select=".|following-sibling::cell[position() &lt; $per]"/>
      <xsl:for-each select="$of">
        <xsl:call-template name="result-table">
          <xsl:with-param name="cells" select="$cells"/><xsl:with-param name="first" select="$first"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
  <!-- 1つの表。cells：その表の年度、first：初めの表か -->
  <xsl:template name="result-table">
    <xsl:param name="cells"/><xsl:param name="first"/>
    <table class="result">
      <caption><xsl:call-template name="result-caption"/><xsl:call-template name="years-range"><xsl:with-param name="cells" select="$cells"/></xsl:call-template></caption>
      <thead><tr><th class="head" scope="col">年度</th><xsl:for-each select="$cells"><xsl:call-template name="year-head"/></xsl:for-each></tr></thead>
      <tbody>
        <xsl:if test="$first"><xsl:call-template name="years-about"><xsl:with-param name="columns" select="count($cells)"/></xsl:call-template></xsl:if>
        <tr><th scope="row"><xsl:value-of select="$labels[@of='target']"/></th><xsl:for-each select="$cells"><td><xsl:apply-templates select="target"/></td></xsl:for-each></tr>
        <xsl:if test="$cells/@against"><tr><th scope="row"><xsl:call-template name="against-head"/></th><xsl:for-each select="$cells"><td><xsl:if test="@against"><xsl:value-of select="@against"/></xsl:if></td></xsl:for-each></tr></xsl:if>
        <xsl:if test="$cells/original"><tr><th scope="row">当初の目標値</th><xsl:for-each select="$cells"><td><xsl:for-each select="original"><p><xsl:value-of select="text()"/></p><xsl:if test="@word"><p>（<xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/>）</p></xsl:if></xsl:for-each></td></xsl:for-each></tr></xsl:if>
        <tr><th scope="row"><xsl:value-of select="$labels[@of='actual']"/></th><xsl:for-each select="$cells"><td><xsl:apply-templates select="actual"/></td></xsl:for-each></tr>
        <xsl:if test="$cells/@difference"><tr><th scope="row">目標との差</th><xsl:for-each select="$cells"><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@difference"/></xsl:call-template></td></xsl:for-each></tr></xsl:if>
        <xsl:if test="$cells/@rate"><tr><th scope="row">達成率</th><xsl:for-each select="$cells"><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@rate"/></xsl:call-template></td></xsl:for-each></tr></xsl:if>
        <xsl:if test="$cells/@way"><tr><th scope="row"><xsl:call-template name="way-head"/></th><xsl:for-each select="$cells"><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@way"/></xsl:call-template></td></xsl:for-each></tr></xsl:if>
        <xsl:if test="$cells/@whole-rate"><tr><th scope="row"><xsl:call-template name="whole-rate-head"/></th><xsl:for-each select="$cells"><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@whole-rate"/></xsl:call-template></td></xsl:for-each></tr></xsl:if>
        <tr><th scope="row">判定</th><xsl:for-each select="$cells"><td><xsl:variable name="tone"><xsl:call-template name="tone"><xsl:with-param name="grade" select="@grade"/></xsl:call-template></xsl:variable><xsl:if test="string($tone)"><xsl:attribute name="class"><xsl:value-of select="$tone"/></xsl:attribute></xsl:if><xsl:if test="@due"><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></xsl:if></td></xsl:for-each></tr>
      </tbody></table>
  </xsl:template>
  <!-- 年度の見出し。報告する年度を目立たせる。文脈：cell、year -->
  <xsl:template name="year-head"><th scope="col"><xsl:attribute name="class">head<xsl:if test="@year=$report/@year or @n=$report/@year"> now</xsl:if></xsl:attribute><xsl:value-of select="@label"/></th></xsl:template>
  <!-- △で始まる数は、読みを添える -->
  <xsl:template name="signed"><xsl:param name="text"/><xsl:choose><xsl:when test="starts-with($text,'△')"><abbr><xsl:attribute name="title">マイナス<xsl:value-of select="substring($text,2)"/></xsl:attribute><xsl:value-of select="$text"/></abbr></xsl:when><xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template match="actual"><xsl:choose>
    <xsl:when test="step"><xsl:for-each select="step"><p><xsl:value-of select="text()"/><xsl:if test="@state-word">（<xsl:value-of select="@state-word"/>）</xsl:if></p></xsl:for-each></xsl:when>
    <xsl:when test="@number-text"><p><xsl:value-of select="@number-text"/></p><p><xsl:value-of select="text()"/></p></xsl:when>
    <xsl:otherwise><xsl:if test="text()"><p><xsl:value-of select="text()"/></p></xsl:if></xsl:otherwise></xsl:choose>
    <xsl:if test="@declared-word"><p>（<xsl:value-of select="@declared-word"/><xsl:if test="@in-label">、<xsl:value-of select="@in-label"/></xsl:if>）</p></xsl:if>
    <xsl:if test="@certainty-word='速報'"><p>速報</p></xsl:if>
  </xsl:template>

  <xsl:template name="notes">
    <xsl:if test="@basis-word"><p class="note"><xsl:call-template name="basis-note"/></p></xsl:if>
    <xsl:if test="@outlook-text"><p class="note"><xsl:call-template name="outlook-note"/></p></xsl:if>
    <xsl:for-each select="cell[actual/@certainty-word or actual/@as-of-text or actual/@source or actual/@evidence or actual/@months or actual/@decision or actual/@why]"><p class="note"><xsl:call-template name="actual-note"/></p></xsl:for-each>
    <xsl:for-each select="cell[@grade='undecidable' and @reason-word]"><p class="note"><xsl:call-template name="reason-note"/></p></xsl:for-each>
    <xsl:for-each select="cell[total and @due]"><p class="note"><xsl:call-template name="total-note"/></p></xsl:for-each>
    <xsl:for-each select="cell[growth/@rate]"><p class="note"><xsl:call-template name="growth-note"/></p></xsl:for-each>
    <xsl:for-each select="survey|cell/survey"><p class="note"><xsl:call-template name="survey-note"/></p></xsl:for-each>
    <xsl:for-each select="revised"><p class="note"><xsl:call-template name="revised-note"/></p></xsl:for-each>
  </xsl:template>

  <!-- その年度の取組 -->
  <xsl:template name="entry">
    <xsl:if test="year-field|evaluation|@direction|cost|effect|opinion">
      <h4><xsl:call-template name="entry-title"/></h4>
      <table class="entry"><tbody>
        <xsl:for-each select="year-field[@id='done']"><xsl:call-template name="field-row"/></xsl:for-each>
        <xsl:if test="evaluation"><tr><th scope="row"><xsl:value-of select="$labels[@of='evaluation']"/></th><td colspan="3"><xsl:for-each select="evaluation"><p><strong><xsl:call-template name="evaluation-by"/></strong><xsl:for-each select="*"><xsl:value-of select="."/></xsl:for-each></p></xsl:for-each></td></tr></xsl:if>
        <xsl:for-each select="year-field[not(@id='done')]"><xsl:call-template name="field-row"/></xsl:for-each>
        <xsl:if test="@direction or cost"><tr><th scope="row" id="{@id}-direction"><xsl:value-of select="$labels[@of='direction']"/></th><td headers="{@id}-direction"><xsl:value-of select="@direction"/></td><th scope="row" id="{@id}-cost"><xsl:value-of select="$labels[@of='cost']"/></th><td headers="{@id}-cost"><xsl:value-of select="cost/@text"/></td></tr></xsl:if>
        <xsl:if test="effect"><tr><th scope="row"><xsl:value-of select="$labels[@of='effect']"/></th><td colspan="3"><xsl:for-each select="effect"><p><xsl:call-template name="effect-sentence"/></p></xsl:for-each></td></tr></xsl:if>
        <xsl:if test="opinion"><tr><th scope="row"><xsl:value-of select="$labels[@of='opinion']"/></th><td colspan="3"><xsl:for-each select="opinion"><p><strong><xsl:call-template name="opinion-words"/></strong><xsl:for-each select="text/*"><xsl:value-of select="."/></xsl:for-each></p><xsl:if test="response/*"><p><strong><xsl:call-template name="response-words"/></strong><xsl:for-each select="response/*"><xsl:value-of select="."/></xsl:for-each></p></xsl:if></xsl:for-each></td></tr></xsl:if>
      </tbody></table>
      <xsl:if test="@entered-text or @checked-text"><p class="note"><xsl:call-template name="entered-note"/></p></xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- 計画の内容：上に出した項目、取組、主管課は繰り返さない -->
  <xsl:template name="brief">
    <table class="brief"><tbody>
      <xsl:choose>
        <xsl:when test="field[@id='challenge']/*"><xsl:call-template name="current-and-challenge"/></xsl:when>
        <xsl:otherwise><xsl:for-each select="field[@id='current'][*]"><xsl:call-template name="field-row"/></xsl:for-each></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="field[*][not(@id='current' or @id='challenge')]"><xsl:call-template name="field-row"/></xsl:for-each>
    </tbody></table>
  </xsl:template>
</xsl:stylesheet>

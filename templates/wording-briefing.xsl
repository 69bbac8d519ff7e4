<?xml version="1.0" encoding="UTF-8"?>
<!-- 議会への説明資料だけで使う言葉。スライドの題は、そのスライドの答えを数で述べる一文。報告書と同じことは、wording.xslの同じ名前のテンプレートで述べる。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="briefing-title"><xsl:value-of select="$plan/@title"/><xsl:text>　</xsl:text><xsl:call-template name="briefing-name"/><xsl:if test="$plan/@state='案'">（案）</xsl:if><xsl:if test="$plan/@sample">【見本】</xsl:if></xsl:template>
  <xsl:template name="briefing-name"><xsl:value-of select="$report/@label"/>の進捗　議会説明資料</xsl:template>
  <xsl:template name="foot-words"><xsl:value-of select="$report/@label"/>の進捗（<xsl:call-template name="as-of"/>）</xsl:template>

  <!-- 一年。文脈：tally[@by='all'] -->
  <xsl:template name="slide-year-message"><xsl:choose>
    <xsl:when test="@graded=0"><xsl:value-of select="@initiatives"/>の取組のうち、判定できたものはまだない</xsl:when>
    <xsl:when test="@met=@initiatives"><xsl:value-of select="@initiatives"/>の取組の全てが<xsl:value-of select="$met-word"/></xsl:when>
    <xsl:when test="@met=0"><xsl:value-of select="@initiatives"/>の取組のうち、<xsl:value-of select="$met-word"/>はない</xsl:when>
    <xsl:otherwise><xsl:value-of select="@initiatives"/>の取組のうち、<xsl:value-of select="$met-word"/>は<xsl:value-of select="@met"/>件</xsl:otherwise>
    </xsl:choose><xsl:if test="$report/@previous">（<xsl:value-of select="$report/@previous"/>は<xsl:value-of select="@met-before"/>件）</xsl:if></xsl:template>
  <!-- 数値と申告を分けて。文脈：tally -->
  <xsl:template name="measured-apart"><xsl:if test="@measured&gt;0">数値で判定した<xsl:value-of select="@measured"/>件のうち<xsl:value-of select="@met-measured"/>件が<xsl:value-of select="$met-word"/>。</xsl:if><xsl:if test="@declared&gt;0">申告で判定した<xsl:value-of select="@declared"/>件のうち<xsl:value-of select="@met-declared"/>件が<xsl:value-of select="$met-word"/>。</xsl:if><xsl:if test="@graded=0">判定した取組はない。</xsl:if></xsl:template>
  <xsl:template name="change-short"><xsl:value-of select="$report/@previous"/>より良くなった取組<xsl:value-of select="@better"/>件、同じ<xsl:value-of select="@same"/>件、悪くなった<xsl:value-of select="@worse"/>件。</xsl:template>
  <xsl:template name="year-figure-alt">帯グラフ。取組の判定ごとの件数。<xsl:if test="$report/@previous"><xsl:value-of select="$report/@previous"/>は、<xsl:for-each select="count"><xsl:value-of select="@word"/><xsl:value-of select="@before"/>件、</xsl:for-each><xsl:call-template name="others-name"/><xsl:value-of select="sum(other/@before)"/>件。</xsl:if><xsl:value-of select="$report/@label"/>は、<xsl:for-each select="count"><xsl:value-of select="@word"/><xsl:value-of select="@n"/>件、</xsl:for-each><xsl:call-template name="others-name"/><xsl:value-of select="sum(other/@n)"/>件<xsl:if test="other[@n&gt;0]">（<xsl:for-each select="other[@n&gt;0]"><xsl:value-of select="@word"/><xsl:value-of select="@n"/>件<xsl:if test="position()!=last()">、</xsl:if></xsl:for-each>）</xsl:if>。</xsl:template>

  <!-- 遅れ -->
  <xsl:template name="late-message">
    <xsl:variable name="other" select="count($late[not(@grade=$listed/@id)])"/>
    <xsl:variable name="again" select="count(/facts/sheet[@grade=$worst/@id and @previous-grade=$worst/@id])"/>
    <xsl:variable name="unmet" select="count($late[@grade=$worst/@id])"/>
    <xsl:choose>
      <xsl:when test="not($late) and $all/@graded=0">判定できた取組がまだなく、遅れは分からない</xsl:when>
      <xsl:when test="not($late)"><xsl:call-template name="listed-names"/>の取組も、遅れていると報告された取組もない</xsl:when>
      <xsl:when test="$other=count($late)"><xsl:call-template name="listed-names"/>の取組はないが、<xsl:value-of select="$other"/>件に遅れがある</xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$listed[@id=$late/@grade]">
          <xsl:sort select="@index" data-type="number" order="descending"/>
          <xsl:if test="position()&gt;1">、</xsl:if><xsl:value-of select="count($late[@grade=current()/@id])"/>件が<xsl:value-of select="@word"/>
          <xsl:if test="@id=$worst/@id"><xsl:choose>
            <xsl:when test="$again=0"/>
            <xsl:when test="$again=$unmet and $unmet=1">（前年度に続く）</xsl:when>
            <xsl:when test="$again=$unmet">（全て前年度に続く）</xsl:when>
            <xsl:otherwise>（うち<xsl:value-of select="$again"/>件は前年度に続く）</xsl:otherwise>
          </xsl:choose></xsl:if>
        </xsl:for-each>
        <xsl:if test="$other&gt;0">、ほか<xsl:value-of select="$other"/>件に遅れ</xsl:if>
      </xsl:otherwise>
    </xsl:choose></xsl:template>
  <xsl:template name="listed-names"><xsl:for-each select="$listed"><xsl:if test="position()&gt;1">又は</xsl:if><xsl:value-of select="@word"/></xsl:for-each></xsl:template>
  <xsl:template name="left-out-note">このほか、<xsl:value-of select="$near/@word"/>が<xsl:value-of select="count($left-out)"/>件あります（評価報告書の「達成していない取組」に、理由とともに示します）。</xsl:template>
  <xsl:template name="late-title"><xsl:call-template name="listed-names"/>の取組と、遅れている取組</xsl:template>
  <xsl:template name="late-none"><xsl:call-template name="listed-names"/>の取組と、遅れていると報告された取組はありません。</xsl:template>
  <xsl:template name="late-names-title"><xsl:call-template name="late-title"/>の一覧</xsl:template>
  <xsl:template name="late-names-caption"><xsl:call-template name="late-title"/>の名前</xsl:template>
  <xsl:template name="late-names-heading"><xsl:call-template name="late-title"/><xsl:text>　</xsl:text><xsl:value-of select="count($late)"/>件</xsl:template>

  <!-- 基本方針 -->
  <xsl:template name="policies-slide-title"><xsl:value-of select="/facts/policy[1]/@kind"/>ごとの判定</xsl:template>
  <xsl:template name="policy-label"><xsl:value-of select="@mark"/></xsl:template>
  <!-- 何枚かに分けたときの、何枚目か -->
  <xsl:template name="part-words"><xsl:param name="number"/><xsl:param name="of"/>（<xsl:value-of select="$number"/>/<xsl:value-of select="$of"/>）</xsl:template>
  <xsl:template name="policies-message">
    <xsl:variable name="all-policies" select="/facts/tally[@by='policy']"/>
    <xsl:variable name="with" select="$all-policies[count[@grade=$worst/@id]/@n&gt;0]"/>
    <xsl:choose>
      <xsl:when test="$all/@graded=0">どの<xsl:value-of select="/facts/policy[1]/@kind"/>にも、判定できた取組がまだない</xsl:when>
      <xsl:when test="count($all-policies)=1"><xsl:for-each select="$all-policies"><xsl:call-template name="policy-message"/></xsl:for-each></xsl:when>
      <xsl:when test="not($with)"><xsl:value-of select="$unmet-word"/>の取組がある<xsl:value-of select="/facts/policy[1]/@kind"/>はない</xsl:when>
      <xsl:when test="count($with)=count($all-policies)"><xsl:value-of select="count($with)"/>つの<xsl:value-of select="/facts/policy[1]/@kind"/>の全てに、<xsl:value-of select="$unmet-word"/>の取組がある</xsl:when>
      <xsl:otherwise><xsl:value-of select="$unmet-word"/>の取組は、<xsl:value-of select="/facts/policy[1]/@kind"/><xsl:for-each select="$with"><xsl:value-of select="@code"/><xsl:if test="position()!=last()">、</xsl:if></xsl:for-each>にある</xsl:otherwise>
    </xsl:choose></xsl:template>
  <!-- 文脈：tally[@by='policy'] -->
  <xsl:template name="policy-slide-title"><xsl:value-of select="@mark"/><xsl:text>　</xsl:text><xsl:value-of select="@label"/></xsl:template>
  <xsl:template name="policy-message"><xsl:value-of select="@mark"/>：<xsl:choose>
    <xsl:when test="@graded=0"><xsl:value-of select="@initiatives"/>件のうち判定できたものはまだない</xsl:when>
    <xsl:when test="@met=@initiatives"><xsl:value-of select="@initiatives"/>件の全てが<xsl:value-of select="$met-word"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="@initiatives"/>件のうち<xsl:value-of select="$met-word"/>は<xsl:value-of select="@met"/>件、<xsl:value-of select="$unmet-word"/>は<xsl:value-of select="count[@grade=$worst/@id]/@n"/>件</xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template name="policy-list-caption">取組と判定（遅れているものが先）</xsl:template>

  <!-- 数値の指標 -->
  <xsl:template name="indicators-title"><xsl:param name="number"/><xsl:param name="of"/>数値の指標（<xsl:value-of select="$number"/>/<xsl:value-of select="$of"/>）</xsl:template>
  <xsl:template name="indicators-message"><xsl:param name="shown"/>
    <xsl:variable name="now" select="$shown/cell[@year=$report/@year]"/>
    <xsl:variable name="graded" select="count($now[@met])"/>
    <xsl:variable name="unmet" select="count($now[@grade=$worst/@id])"/>
    <xsl:value-of select="$shown[1]/../@code"/><xsl:if test="$shown[last()]/../@ref!=$shown[1]/../@ref">から<xsl:value-of select="$shown[last()]/../@code"/></xsl:if>：<xsl:choose>
      <xsl:when test="$graded=0">判定できた指標はまだない</xsl:when>
      <xsl:otherwise>判定した<xsl:value-of select="$graded"/>件のうち<xsl:value-of select="$met-word"/><xsl:value-of select="count($now[@met='yes'])"/>件<xsl:if test="$unmet&gt;0">、<xsl:value-of select="$unmet-word"/><xsl:value-of select="$unmet"/>件</xsl:if></xsl:otherwise></xsl:choose></xsl:template>
  <!-- 図の題。文脈：indicator -->
  <xsl:template name="indicator-caption"><strong><xsl:value-of select="../@code"/><xsl:for-each select="cell[@year=$report/@year and @word]"><xsl:text>　</xsl:text><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></xsl:for-each></strong><xsl:text>　</xsl:text><xsl:value-of select="definition"/></xsl:template>

  <xsl:template name="slide-axis-note">折れ線の図の縦軸は、0から始まりません。</xsl:template>
  <xsl:template name="slide-dots-note">縦軸は0からではない</xsl:template>

  <!-- 段階 -->
  <xsl:template name="stages-title">段階で進める取組</xsl:template>
  <xsl:template name="stages-message"><xsl:param name="stages"/>
    <xsl:variable name="now" select="$stages/cell[@year=$report/@year]"/>
    <xsl:variable name="graded" select="count($now[@met])"/>
    <xsl:variable name="unmet" select="count($now[@grade=$worst/@id])"/>
    <xsl:choose>
      <xsl:when test="$graded=0">段階で進める取組に、判定できたものはまだない</xsl:when>
      <xsl:otherwise>段階で判定した<xsl:value-of select="$graded"/>件のうち、<xsl:value-of select="$met-word"/>は<xsl:value-of select="count($now[@met='yes'])"/>件<xsl:if test="$unmet&gt;0">、<xsl:value-of select="$unmet-word"/>は<xsl:value-of select="$unmet"/>件</xsl:if></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template name="stages-caption">年度ごとの段階と判定</xsl:template>

  <!-- 財政効果、変更、意見 -->
  <xsl:template name="effects-message">
    <xsl:variable name="sum" select="/facts/effect[last()]"/>
    <xsl:choose>
      <xsl:when test="not($sum) or $sum/@too-large">財政効果の内訳</xsl:when>
      <xsl:when test="$sum/@yearly=0">財政効果額は、計画期間の累計で<xsl:value-of select="$sum/@cumulative-text"/></xsl:when>
      <xsl:when test="$sum/@cost=0"><xsl:value-of select="$report/@label"/>の財政効果額は<xsl:value-of select="$sum/@yearly-text"/></xsl:when>
      <xsl:otherwise>財政効果額は<xsl:value-of select="$sum/@yearly-text"/>、費用を引くと<xsl:value-of select="$sum/@net-text"/></xsl:otherwise>
    </xsl:choose></xsl:template>
  <xsl:template name="changes-message"><xsl:if test="/facts/revision">目標の変更は<xsl:value-of select="count(/facts/revision)"/>件</xsl:if><xsl:if test="/facts/revision and /facts/correction">、</xsl:if><xsl:if test="/facts/correction">公表した後の訂正は<xsl:value-of select="count(/facts/correction)"/>件</xsl:if></xsl:template>
  <!-- 文脈：correction -->
  <xsl:template name="correction-words"><xsl:value-of select="@code"/><xsl:if test="@name"><xsl:text> </xsl:text><xsl:value-of select="@name"/></xsl:if><xsl:if test="@field-word">の<xsl:value-of select="@field-word"/></xsl:if>（<xsl:value-of select="@date-text"/>）</xsl:template>
  <xsl:template name="opinions-message">
    <xsl:variable name="opinions" select="/facts/opinion|/facts/sheet/opinion"/>
    <xsl:variable name="n" select="count($opinions)"/>
    <xsl:variable name="answered" select="count($opinions[response/*])"/>
    <xsl:choose>
      <xsl:when test="$answered=0">意見は<xsl:value-of select="$n"/>件。対応はまだ示していない</xsl:when>
      <xsl:when test="$answered=$n">意見<xsl:value-of select="$n"/>件<xsl:if test="$n&gt;1">の全て</xsl:if>に対応を示した</xsl:when>
      <xsl:otherwise>意見<xsl:value-of select="$n"/>件のうち<xsl:value-of select="$answered"/>件に対応を示した</xsl:otherwise>
    </xsl:choose></xsl:template>
  <xsl:template name="all-opinions-caption">意見と対応</xsl:template>

  <!-- 資料 -->
  <xsl:template name="list-slide-title">資料　<xsl:value-of select="$all/@initiatives"/>の取組の判定</xsl:template>
  <xsl:template name="list-slide-caption">全ての取組の判定</xsl:template>
  <xsl:template name="rules-slide-title">資料　判定の方法</xsl:template>
  <xsl:template name="legend-slide-title">資料　記号の凡例</xsl:template>
</xsl:stylesheet>

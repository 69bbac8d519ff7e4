<?xml version="1.0" encoding="UTF-8"?>
<!-- 事実から議会への説明資料（16:9のスライド）へ：表紙、一年、遅れ、基本方針、数値、段階、財政効果、変更、意見、基本方針ごとの答え、資料。
     事実と部品は評価報告書（report*.xsl）と同じ。図のあるスライドはbriefing-figures.xsl、資料はbriefing-back.xsl、言葉はwording-briefing.xsl。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="report.xsl"/>
  <xsl:import href="wording-briefing.xsl"/>
  <xsl:import href="briefing-figures.xsl"/>
  <xsl:import href="briefing-back.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <xsl:key name="sheet" match="/facts/sheet" use="@id"/>
  <xsl:variable name="all" select="/facts/tally[@by='all']"/>
  <!-- 遅れの一覧に並べるのは、達成に数えない区分のうち、達成にごく近い1つを除くものと、遅れていると報告されたもの。除いた数は文で示す -->
  <xsl:variable name="near" select="/facts/judgement/grade[@met='no'][position()=1 and position()!=last()]"/>
  <xsl:variable name="listed" select="/facts/judgement/grade[@met='no'][not($near) or @id!=$near/@id]"/>
  <xsl:variable name="late" select="/facts/late[@said or not($near) or @grade!=$near/@id]"/>
  <xsl:variable name="left-out" select="/facts/late[not(@said) and $near and @grade=$near/@id]"/>
  <xsl:variable name="met-word"><xsl:call-template name="met-names"/></xsl:variable>
  <xsl:variable name="worst" select="/facts/judgement/grade[@met='no'][last()]"/>
  <xsl:variable name="unmet-word" select="$worst/@word"/>
  <!-- 年度の図の横に名前を並べられる、遅れの行の数。長い名前は2行になる -->
  <xsl:variable name="beside" select="16"/>
  <xsl:variable name="late-lines" select="count($late) + count($late[string-length(@name) &gt; 26])"/>

  <xsl:template match="/facts">
    <xsl:variable name="title"><xsl:call-template name="document-title"/></xsl:variable>
    <document lang="{@lang}" title="{$title}" author="{plan/@municipality}" class="briefing">
      <xsl:call-template name="cover-slide"/>
      <xsl:for-each select="$all"><xsl:call-template name="year-slide"/></xsl:for-each>
      <xsl:if test="$late-lines &gt; $beside"><xsl:call-template name="late-names-slide"/></xsl:if>
      <xsl:call-template name="late-slides"/>
      <xsl:if test="tally[@by='policy']"><xsl:call-template name="policies-slide"/></xsl:if>
      <xsl:call-template name="indicator-slides"/>
      <xsl:call-template name="stage-slides"/>
      <xsl:if test="effect|sheet/effect"><xsl:call-template name="effect-slides"/></xsl:if>
      <xsl:if test="revision|correction"><xsl:call-template name="change-slides"/></xsl:if>
      <xsl:if test="opinion|sheet/opinion"><xsl:call-template name="opinion-slides"/></xsl:if>
      <xsl:for-each select="tally[@by='policy']"><xsl:call-template name="policy-slide"/></xsl:for-each>
      <xsl:call-template name="list-slides"/>
      <xsl:call-template name="rules-slides"/>
    </document>
  </xsl:template>

  <xsl:template name="document-title"><xsl:call-template name="briefing-title"/></xsl:template>
  <xsl:template name="foot">
    <footer><p class="footer"><span class="page"/><xsl:text>　</xsl:text><xsl:call-template name="foot-words"/></p></footer>
    <xsl:call-template name="marks"/>
  </xsl:template>

  <xsl:template name="cover-slide">
    <page class="cover" title="表紙">
      <xsl:call-template name="marks"/>
      <p class="publisher"><xsl:value-of select="plan/@municipality"/></p>
      <h1 class="message"><xsl:value-of select="plan/@title"/><xsl:if test="plan/@state='案'"><xsl:call-template name="state"/></xsl:if><br/><xsl:call-template name="briefing-name"/></h1>
      <p class="asof"><xsl:call-template name="as-of"/><xsl:if test="report/@published-text"><xsl:text>　</xsl:text><xsl:call-template name="published"/></xsl:if></p>
      <xsl:if test="plan/@actuals-sample"><p class="sample"><xsl:call-template name="report-sample-note"/></p></xsl:if>
      <xsl:if test="plan/@sample and not(plan/@actuals-sample)"><p class="sample"><xsl:call-template name="sample-note"/></p></xsl:if>
    </page>
  </xsl:template>

  <!-- 遅れの名前だけを先に全て。年度の図の横に並ばないとき -->
  <xsl:template name="late-names-slide">
    <xsl:variable name="title"><xsl:call-template name="late-names-title"/></xsl:variable>
    <page class="chapter" id="slide-late-names" title="{$title}">
      <xsl:call-template name="foot"/>
      <h1><xsl:call-template name="late-message"/></h1>
      <table class="list"><caption><xsl:call-template name="late-names-caption"/></caption>
        <thead><tr><th class="head" scope="col">取組</th><th class="head" scope="col">担当課</th><th class="head" scope="col">判定</th></tr></thead>
        <tbody><xsl:for-each select="$late"><tr><th scope="row"><xsl:value-of select="@code"/><xsl:text>　</xsl:text><xsl:value-of select="@name"/></th><td><xsl:value-of select="@department"/></td><xsl:call-template name="grade-cell"/></tr></xsl:for-each></tbody></table>
    </page>
  </xsl:template>

  <!-- 遅れの全て：なぜ、次に -->
  <xsl:template name="late-slides">
    <page class="chapter" id="slide-late" title="{$late-title}">
      <xsl:call-template name="foot"/>
      <h1><xsl:call-template name="late-message"/></h1>
      <xsl:choose><xsl:when test="$late">
        <table class="late"><caption><xsl:call-template name="late-caption"/></caption>
          <thead><tr><th class="head" scope="col">取組（担当課）</th><th class="head" scope="col">判定　目標と実績</th><th class="head" scope="col">なぜ</th><th class="head" scope="col">次に</th></tr></thead>
          <tbody><xsl:for-each select="$late"><tr>
            <th scope="row"><p><xsl:value-of select="@code"/><xsl:text> </xsl:text><xsl:value-of select="@name"/></p><p>（<xsl:value-of select="@department"/>）</p></th>
            <xsl:variable name="sheet" select="key('sheet', @id)"/>
            <xsl:variable name="steps" select="$sheet/indicator[@number=$sheet/headline/@indicator]/cell[@year=$report/@year]/actual/step"/>
            <td><xsl:call-template name="tone-class"/>
              <p><strong><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></strong><xsl:if test="@years-late&gt;0"><xsl:text>　</xsl:text><xsl:call-template name="years-late"/></xsl:if></p>
              <xsl:if test="@target"><p>目標：<xsl:value-of select="@target"/></p></xsl:if>
              <p>実績：<xsl:choose><xsl:when test="@actual"><xsl:value-of select="@actual"/></xsl:when><xsl:when test="$steps"><xsl:for-each select="$steps"><xsl:value-of select="text()"/><xsl:if test="@state-word">（<xsl:value-of select="@state-word"/>）</xsl:if></xsl:for-each></xsl:when><xsl:when test="@state-word"><xsl:value-of select="@state-word"/></xsl:when><xsl:otherwise><xsl:call-template name="no-reason"/></xsl:otherwise></xsl:choose></p></td>
            <td><xsl:call-template name="blocks-or-none"><xsl:with-param name="of" select="year-field[@id='reason']"/></xsl:call-template></td>
            <td><xsl:call-template name="blocks-or-none"><xsl:with-param name="of" select="year-field[@id='next']"/></xsl:call-template></td>
          </tr></xsl:for-each></tbody></table>
      </xsl:when><xsl:otherwise>
        <p class="lead"><xsl:call-template name="late-none"/></p>
        <xsl:if test="$all/other[@n&gt;0]"><p class="lead"><xsl:for-each select="$all"><xsl:call-template name="year-others"/></xsl:for-each></p></xsl:if>
      </xsl:otherwise></xsl:choose>
      <xsl:if test="$left-out"><p class="note"><xsl:call-template name="left-out-note"/></p></xsl:if>
    </page>
  </xsl:template>
  <xsl:variable name="late-title"><xsl:call-template name="late-title"/></xsl:variable>

  <!-- 判定の欄。文脈：判定を持つもの（sheet、late、year、cell） -->
  <xsl:template name="tone-class"><xsl:variable name="tone"><xsl:call-template name="tone"><xsl:with-param name="grade" select="@grade"/></xsl:call-template></xsl:variable><xsl:if test="starts-with($tone, 'met') or starts-with($tone, 'near') or starts-with($tone, 'unmet')"><xsl:attribute name="class"><xsl:value-of select="$tone"/></xsl:attribute></xsl:if></xsl:template>
  <xsl:template name="grade-cell"><td><xsl:call-template name="tone-class"/><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></td></xsl:template>

  <xsl:template name="effect-slides">
    <xsl:variable name="title"><xsl:call-template name="effects-title"/></xsl:variable>
    <page class="chapter" id="slide-effects" title="{$title}">
      <xsl:call-template name="foot"/>
      <h1><xsl:call-template name="effects-message"/></h1>
      <xsl:if test="effect[not(@too-large)]"><table class="effects"><caption><xsl:call-template name="effects-caption"/></caption>
        <thead><tr><th class="head" scope="col">区分</th><th class="head" scope="col">見込み</th><th class="head" scope="col">効果額</th><th class="head" scope="col">費用</th><th class="head" scope="col">純効果額</th><th class="head" scope="col">計画期間の累計</th></tr></thead>
        <tbody><xsl:for-each select="effect[not(@too-large)]"><tr><th scope="row"><xsl:value-of select="@category"/></th><xsl:for-each select="@planned-text|@yearly-text|@cost-text|@net-text|@cumulative-text">
          <xsl:sort select="string-length(substring-before('planned-text yearly-text cost-text net-text cumulative-text', name()))" data-type="number"/>
          <td class="num"><xsl:call-template name="signed"><xsl:with-param name="text" select="."/></xsl:call-template></td></xsl:for-each></tr></xsl:for-each></tbody></table></xsl:if>
      <xsl:if test="sheet/effect"><table class="effect-rows"><caption><xsl:call-template name="effect-rows-caption"/></caption>
        <thead><tr><th class="head" scope="col">取組</th><th class="head" scope="col">区分</th><th class="head" scope="col">効果額</th><th class="head" scope="col">純効果額</th><th class="head" scope="col">算定の方法</th></tr></thead>
        <tbody><xsl:for-each select="sheet/effect"><tr><th scope="row"><xsl:value-of select="../@code"/><xsl:text> </xsl:text><xsl:value-of select="../name"/></th><td><xsl:value-of select="@category"/>（<xsl:value-of select="@kind-word"/>）</td><td class="num"><xsl:call-template name="signed"><xsl:with-param name="text" select="@amount-text"/></xsl:call-template></td><td class="num"><xsl:call-template name="signed"><xsl:with-param name="text" select="@net-text"/></xsl:call-template></td><td><xsl:value-of select="@rule"/></td></tr></xsl:for-each></tbody></table></xsl:if>
    </page>
  </xsl:template>

  <xsl:template name="change-slides">
    <xsl:variable name="title"><xsl:call-template name="changes-title"/></xsl:variable>
    <page class="chapter" id="slide-changes" title="{$title}">
      <xsl:call-template name="foot"/>
      <h1><xsl:call-template name="changes-message"/></h1>
      <xsl:if test="revision"><table class="revisions"><caption><xsl:call-template name="revisions-caption"/></caption>
        <thead><tr><th class="head" scope="col">取組</th><th class="head" scope="col">年度</th><th class="head" scope="col">改める前</th><th class="head" scope="col">改めた後</th><th class="head" scope="col">理由（決定）</th></tr></thead>
        <tbody><xsl:for-each select="revision"><tr><th scope="row"><xsl:value-of select="@code"/><xsl:text> </xsl:text><xsl:value-of select="@name"/></th><td><xsl:value-of select="@label"/></td><td><xsl:value-of select="@from"/></td><td><xsl:value-of select="@to"/></td><td><xsl:value-of select="@reason"/>（<xsl:value-of select="@decided-by"/><xsl:if test="@decided-by">、</xsl:if><xsl:value-of select="@date-text"/>）</td></tr></xsl:for-each></tbody></table></xsl:if>
      <xsl:if test="correction"><table class="corrections"><caption><xsl:call-template name="corrections-title"/></caption>
        <thead><tr><th class="head" scope="col">箇所（訂正した日）</th><th class="head" scope="col">誤</th><th class="head" scope="col">正</th><th class="head" scope="col">理由</th></tr></thead>
        <tbody><xsl:for-each select="correction"><tr><th scope="row"><xsl:call-template name="correction-words"/></th><td><xsl:value-of select="wrong"/></td><td><xsl:value-of select="right"/></td><td><xsl:value-of select="reason"/></td></tr></xsl:for-each></tbody></table></xsl:if>
    </page>
  </xsl:template>

  <xsl:template name="opinion-slides">
    <xsl:variable name="title"><xsl:call-template name="opinions-title"/></xsl:variable>
    <page class="chapter" id="slide-opinions" title="{$title}">
      <xsl:call-template name="foot"/>
      <h1><xsl:call-template name="opinions-message"/></h1>
      <table class="opinions"><caption><xsl:call-template name="all-opinions-caption"/></caption>
        <thead><tr><th class="head" scope="col">意見を述べた者</th><th class="head" scope="col">意見</th><th class="head" scope="col">対応</th></tr></thead>
        <tbody><xsl:for-each select="opinion|sheet/opinion"><tr><th scope="row"><p><xsl:call-template name="opinion-by"/></p><xsl:if test="parent::sheet"><p><xsl:value-of select="../@code"/><xsl:text> </xsl:text><xsl:value-of select="../name"/></p></xsl:if></th><td><xsl:copy-of select="text/*"/></td><td><xsl:choose><xsl:when test="response/*"><xsl:copy-of select="response/*"/></xsl:when><xsl:otherwise><p><xsl:call-template name="no-reason"/></p></xsl:otherwise></xsl:choose></td></tr></xsl:for-each></tbody></table>
    </page>
  </xsl:template>
</xsl:stylesheet>

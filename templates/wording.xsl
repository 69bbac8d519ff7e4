<?xml version="1.0" encoding="UTF-8"?>
<!-- 出力が自ら述べる言葉。一つの文が一つの名前付きテンプレートで、市はここだけを書き換えればよい。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- 様式の欄の見出し（labels.xml） -->
  <xsl:variable name="labels" select="/facts/labels/label"/>

  <!-- 文書の題。案であることも題で分かるようにする。文脈：facts -->
  <xsl:template name="document-title"><xsl:value-of select="$plan/@title"/><xsl:if test="$plan/@state='案'">（案）</xsl:if><xsl:if test="$plan/@sample">【見本】</xsl:if></xsl:template>
  <xsl:template name="state">（<xsl:value-of select="$plan/@state"/>）</xsl:template>
  <xsl:template name="sample-mark">見本</xsl:template>
  <xsl:template name="sample-note">見本：この文書の文章は、公表された計画の案を短く書き直したものです。題名、名称、数値の定義及び目標値は計画の案のとおりです。</xsl:template>
  <xsl:template name="contents-title">目次</xsl:template>
  <xsl:template name="sheet-list-title">取組みの一覧</xsl:template>

  <!-- 見出し。文脈：chapter、section、sheet -->
  <xsl:template name="chapter-heading"><xsl:value-of select="@number"/><xsl:text> </xsl:text><xsl:value-of select="@title"/></xsl:template>
  <xsl:template name="chapter-entry"><xsl:value-of select="@number"/><xsl:text>　</xsl:text><xsl:value-of select="@toc-title"/></xsl:template>
  <xsl:template name="section-heading"><xsl:value-of select="@number"/>. <xsl:value-of select="@title"/></xsl:template>
  <xsl:template name="section-entry"><xsl:value-of select="@number"/>. <xsl:value-of select="@toc-title"/></xsl:template>
  <!-- 階層と取組みの呼び名：計画が決めたもの。決めていなければ、様式の言葉 -->
  <xsl:template name="level-word">
    <xsl:param name="level"/>
    <xsl:param name="kind"/>
    <xsl:choose>
      <xsl:when test="$level=2 and not(/facts/plan/@own-levels) and /facts/labels/label[@of='item']"><xsl:value-of select="/facts/labels/label[@of='item']"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$kind"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="initiative-word">
    <xsl:choose>
      <xsl:when test="not(/facts/plan/@own-levels) and /facts/labels/label[@of='name']"><xsl:value-of select="/facts/labels/label[@of='name']"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="/facts/plan/@initiative"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="policy-heading">
    <xsl:choose>
      <xsl:when test="group"><xsl:value-of select="group[1]/@mark"/><xsl:text>　</xsl:text><xsl:value-of select="group[1]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="/facts/plan/@initiative"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- 文脈：policy、policyの中のgroup -->
  <xsl:template name="policies-row"><xsl:if test="self::group or @code!=@number"><xsl:value-of select="@mark"/><xsl:text>　</xsl:text></xsl:if><xsl:value-of select="@name"/></xsl:template>
  <xsl:template name="sheet-heading"><xsl:value-of select="@code"/><xsl:text>　</xsl:text><xsl:value-of select="name"/></xsl:template>
  <xsl:template name="sheet-entry"><xsl:value-of select="@code"/><xsl:text>　</xsl:text><xsl:value-of select="name"/>（<xsl:value-of select="department"/>）</xsl:template>

  <!-- 表の題 -->
  <xsl:template name="policies-caption"><xsl:value-of select="/facts/policy[1]/@kind"/><xsl:if test="/facts/policy//approach/*">と取組み方針</xsl:if></xsl:template>
  <xsl:template name="outline-caption">
    <xsl:choose>
      <xsl:when test="@head"><xsl:value-of select="@head"/>ごとの</xsl:when>
      <xsl:when test="/facts/level"><xsl:value-of select="/facts/level[1]"/>ごとの</xsl:when>
    </xsl:choose>
    <xsl:for-each select="/facts/level[position() &gt; 1]"><xsl:call-template name="level-word"><xsl:with-param name="level" select="@n"/><xsl:with-param name="kind" select="."/></xsl:call-template><xsl:choose><xsl:when test="position()=last()">と</xsl:when><xsl:otherwise>、</xsl:otherwise></xsl:choose></xsl:for-each>
    <xsl:call-template name="initiative-word"/><xsl:if test="not(/facts/level)">の一覧</xsl:if>
  </xsl:template>
  <xsl:template name="viewpoints-caption">視点とその内容</xsl:template>
  <xsl:template name="years-caption">年度ごとの目標値と実績値</xsl:template>
  <!-- 表を分けたときに、どの年度の表か。文脈：indicator、cells：その表の年度 -->
  <xsl:template name="years-range">
    <xsl:param name="cells"/>
    <xsl:if test="count($cells) &lt; count(cell)"><xsl:call-template name="between-years"><xsl:with-param name="of" select="$cells"/></xsl:call-template></xsl:if>
  </xsl:template>
  <!-- of：続いた年度 -->
  <xsl:template name="between-years">
    <xsl:param name="of"/>
    <xsl:text>（</xsl:text><xsl:value-of select="$of[1]/@label"/>
    <xsl:if test="$of[2]">から<xsl:value-of select="$of[last()]/@label"/>まで</xsl:if>
    <xsl:text>）</xsl:text>
  </xsl:template>
  <xsl:template name="viewpoint-label">視点<xsl:value-of select="@number"/><xsl:text> </xsl:text><xsl:value-of select="@name"/></xsl:template>

  <!-- 記号の読み -->
  <xsl:template name="continue-word">継続</xsl:template>
  <xsl:template name="none-word">対象外</xsl:template>

  <!-- 基準値。文脈：baseline -->
  <xsl:template name="baseline"><xsl:if test="@approx and not(starts-with(., '約'))">約</xsl:if><xsl:value-of select="."/>（<xsl:value-of select="@year"/><xsl:if test="@as-of">、<xsl:value-of select="@as-of"/>現在</xsl:if>）</xsl:template>

  <!-- 改めた目標値の注。文脈：revised -->
  <xsl:template name="revised-note">※ <xsl:value-of select="@year"/>の目標値は、<xsl:value-of select="@date"/>に「<xsl:value-of select="."/>」から改めた<xsl:if test="@decided-by">（決定：<xsl:value-of select="@decided-by"/>）</xsl:if><xsl:if test="@reason">。理由：<xsl:value-of select="@reason"/></xsl:if>。</xsl:template>

  <!-- 途中で加えた、終えた、まとめた又は分けた取組。文脈：life -->
  <xsl:template name="life-note">
    <xsl:if test="@began"><xsl:value-of select="@began"/>に加えた取組です。</xsl:if>
    <xsl:if test="succeeds"><xsl:call-template name="relatives"><xsl:with-param name="list" select="succeeds"/></xsl:call-template>を引き継ぎました。</xsl:if>
    <xsl:if test="@ended"><xsl:value-of select="@ended"/>で終えた取組です<xsl:if test="@why">（<xsl:value-of select="@why"/>）</xsl:if>。</xsl:if>
    <xsl:if test="into"><xsl:call-template name="relatives"><xsl:with-param name="list" select="into"/></xsl:call-template>に引き継ぎました。</xsl:if>
  </xsl:template>
  <xsl:template name="relatives">
    <xsl:param name="list"/>
    <xsl:for-each select="$list">
      <xsl:if test="position() &gt; 1">、</xsl:if>
      <xsl:value-of select="@code"/>
      <xsl:text> </xsl:text>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="plan-revisions-title">計画の改定</xsl:template>
  <!-- 文脈：plan-revision -->
  <xsl:template name="plan-revision-title"><xsl:value-of select="@title"/>（<xsl:value-of select="@date-text"/>）</xsl:template>

  <!-- 巻末 -->
  <xsl:template name="back-title">問い合わせ先など</xsl:template>
  <xsl:template name="contact-title">問い合わせ先</xsl:template>
  <xsl:template name="departments-title">担当課一覧</xsl:template>
  <xsl:template name="licence-title">利用条件</xsl:template>
  <xsl:template name="licence-note">この文書は、次の利用条件の下で利用できます。</xsl:template>
  <xsl:template name="corrections-title">正誤表</xsl:template>
  <!-- 正誤の箇所。文脈：correction -->
  <xsl:template name="correction-place"><xsl:if test="@document='report'">評価報告書<xsl:text> </xsl:text></xsl:if><xsl:value-of select="@code"/><xsl:if test="@year"><xsl:text> </xsl:text><xsl:value-of select="@year"/></xsl:if><xsl:if test="@field"><xsl:text> </xsl:text><xsl:call-template name="field-word"/></xsl:if><xsl:for-each select="/facts/sheet[@ref=current()/@ref]/indicator[@id=current()/@indicator]">（<xsl:value-of select="definition"/>）</xsl:for-each></xsl:template>
  <!-- 欄の名前。様式にある言葉で。文脈：correction -->
  <xsl:template name="field-word"><xsl:variable name="label" select="$labels[@of=current()/@field]"/><xsl:choose><xsl:when test="$label"><xsl:value-of select="$label"/></xsl:when><xsl:otherwise><xsl:value-of select="@field"/></xsl:otherwise></xsl:choose></xsl:template>

  <!-- ===== 評価報告書 ===== -->
  <xsl:template name="report-title"><xsl:value-of select="$plan/@title"/><xsl:text>　</xsl:text><xsl:value-of select="$report/@label"/>進行管理・評価報告書<xsl:if test="$plan/@state='案'">（案）</xsl:if></xsl:template>
  <xsl:template name="report-name"><xsl:value-of select="$report/@label"/><xsl:text> </xsl:text>進行管理・評価報告書</xsl:template>
  <xsl:template name="report-sample-mark">見本（架空の数値）</xsl:template>
  <xsl:template name="report-sample-note">見本（架空の数値）：実績、評価、意見などは全て架空のもので、市の公表文ではありません。計画の文章も、公表された案を短く書き直したものです。</xsl:template>
  <xsl:template name="as-of"><xsl:value-of select="$report/@as-of-text"/>現在</xsl:template>
  <xsl:template name="published"><xsl:value-of select="$report/@published-text"/>公表</xsl:template>

  <!-- 章の題 -->
  <xsl:template name="summary-entry"><xsl:value-of select="$report/@label"/>の結果</xsl:template>
  <xsl:template name="tallies-title"><xsl:if test="/facts/policy"><xsl:value-of select="/facts/policy[1]/@kind"/>別・</xsl:if>担当課別の状況</xsl:template>
  <xsl:template name="matrix-title">年度別・取組別の判定一覧</xsl:template>
  <xsl:template name="late-title">達成していない取組</xsl:template>
  <xsl:template name="effects-title">財政効果</xsl:template>
  <xsl:template name="sheets-title">取組ごとの進行管理・評価シート</xsl:template>
  <xsl:template name="rules-title">判定の方法</xsl:template>
  <xsl:template name="reference-entry">参考　<xsl:value-of select="@toc-title"/></xsl:template>
  <xsl:template name="reference-heading">参考　<xsl:value-of select="@title"/></xsl:template>
  <xsl:template name="changes-title">訂正と変更</xsl:template>

  <!-- 一年を一文で。達成だけを先に言う。文脈：tally[@by='all'] -->
  <xsl:template name="year-message"><xsl:value-of select="@initiatives"/>の取組のうち、<xsl:value-of select="$report/@label"/>に達成したのは<xsl:value-of select="@met"/>件<xsl:call-template name="met-note"/></xsl:template>
  <!-- 達成に数える区分の名前：S又はA。そう呼ばないとき、区分が2つ以上のときだけ、件数の後に添える -->
  <xsl:template name="met-names"><xsl:for-each select="/facts/judgement/grade[@met='yes']"><xsl:if test="position()&gt;1">又は</xsl:if><xsl:value-of select="@word"/></xsl:for-each></xsl:template>
  <xsl:template name="met-note"><xsl:if test="count(/facts/judgement/grade[@met='yes'])&gt;1 or not(contains(/facts/judgement/grade[@met='yes']/@word, '達成'))">（<xsl:call-template name="met-names"/>）</xsl:if></xsl:template>
  <xsl:template name="year-detail"><xsl:call-template name="not-counted"/><xsl:value-of select="@of"/>件のうち、判定したのは<xsl:value-of select="@graded"/>件です。数値で判定した<xsl:value-of select="@measured"/>件のうち<xsl:value-of select="@met-measured"/>件、段階について主管課が申告した<xsl:value-of select="@declared"/>件のうち<xsl:value-of select="@met-declared"/>件が達成でした。<xsl:for-each select="count[@met='no' or count(../count[@met='yes'])&gt;1]"><xsl:value-of select="@word"/>は<xsl:value-of select="@n"/>件<xsl:choose><xsl:when test="position()=last()">です。</xsl:when><xsl:otherwise>、</xsl:otherwise></xsl:choose></xsl:for-each></xsl:template>
  <xsl:template name="year-others">判定していない取組は、<xsl:for-each select="other[@n&gt;0]"><xsl:value-of select="@word"/><xsl:value-of select="@n"/>件<xsl:if test="position()!=last()">、</xsl:if></xsl:for-each>です。</xsl:template>
  <!-- 文脈：change -->
  <xsl:template name="change-sentence"><xsl:value-of select="$report/@previous"/>と比べると、良くなったのは<xsl:value-of select="@better"/>件、同じは<xsl:value-of select="@same"/>件、悪くなったのは<xsl:value-of select="@worse"/>件です。<xsl:if test="@other&gt;0">残る<xsl:value-of select="@other"/>件は、どちらかの年度に判定がないため比べられません。</xsl:if></xsl:template>
  <xsl:template name="differing-sentence">このほか、主管課の評価が判定と異なる取組が<xsl:value-of select="@differing"/>件あります（取組ごとに併記）。</xsl:template>
  <xsl:template name="tally-note">判定は、各取組の指標のうち最も低いものによります。割合は件数を<xsl:call-template name="not-counted"/>件数で割り、小数第2位を切り捨てました。<xsl:call-template name="not-counted-note"/>複数の課が担当する取組は、初めに掲げる課で数えました。</xsl:template>
  <xsl:template name="shares-caption"><xsl:value-of select="/facts/policy[1]/@kind"/>ごとの判定の内訳（件）</xsl:template>
  <xsl:template name="shares-alt"><xsl:param name="tallies" select="/facts/tally[@by='policy']"/>帯グラフ。<xsl:value-of select="/facts/policy[1]/@kind"/>ごとの件数。<xsl:for-each select="$tallies"><xsl:value-of select="@mark"/>は、<xsl:for-each select="count"><xsl:value-of select="@word"/><xsl:value-of select="@n"/>件<xsl:if test="position()!=last()">、</xsl:if></xsl:for-each><xsl:for-each select="other[@n&gt;0]">、<xsl:value-of select="@word"/><xsl:value-of select="@n"/>件</xsl:for-each>。</xsl:for-each></xsl:template>
  <xsl:template name="others-name">判定なし</xsl:template>
  <xsl:template name="counts-caption">全体の件数</xsl:template>
  <xsl:template name="policy-tally-caption"><xsl:choose><xsl:when test="/facts/policy"><xsl:value-of select="/facts/policy[1]/@kind"/>別の件数</xsl:when><xsl:otherwise>全体の件数</xsl:otherwise></xsl:choose></xsl:template>
  <!-- 文脈：最も外側の階層の中の階層のtally -->
  <xsl:template name="level-tally-caption"><xsl:value-of select="@kind"/>別の件数</xsl:template>
  <xsl:template name="department-tally-caption">担当課別の件数</xsl:template>
  <xsl:template name="overview-title">年度の総括</xsl:template>
  <xsl:template name="opinions-title">意見と対応</xsl:template>
  <xsl:template name="opinions-caption">報告全体への意見と対応</xsl:template>
  <xsl:template name="opinion-by"><xsl:value-of select="@by"/><xsl:if test="@date-text">（<xsl:value-of select="@date-text"/>）</xsl:if></xsl:template>
  <xsl:template name="matrix-caption">年度ごとの判定。記号の読み方は表の下にあります。まだ来ていない年度は空欄です。</xsl:template>
  <xsl:template name="matrix-legend"><xsl:for-each select="$judgement/grade"><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/><xsl:text>　</xsl:text></xsl:for-each><xsl:for-each select="/facts/outcomes/outcome"><xsl:value-of select="@mark"/><xsl:text> </xsl:text><xsl:value-of select="@word"/><xsl:if test="position()!=last()"><xsl:text>　</xsl:text></xsl:if></xsl:for-each></xsl:template>
  <xsl:template name="late-lead">達成していない取組の全てと、主管課が遅れていると報告した取組です。判定の低い順、遅れの長い順に並べました。</xsl:template>
  <xsl:template name="late-none">達成していない取組はありません。</xsl:template>
  <xsl:template name="late-caption">達成していない取組の要因と次の取組</xsl:template>
  <xsl:template name="years-late">遅れ<xsl:value-of select="@years-late"/>年目</xsl:template>
  <xsl:template name="no-reason">記載がありません。</xsl:template>
  <xsl:template name="effects-lead">取組の効果のうち金額で表せるものです。効果額から費用を引いたものを純効果額としました。算定の方法は取組ごとに示します。</xsl:template>
  <xsl:template name="effects-caption">財政効果額の合計</xsl:template>
  <xsl:template name="effect-rows-caption">取組ごとの財政効果額と算定の方法</xsl:template>

  <!-- シートの答えを一文で。文脈：sheet、entry。yearは、どの年度の答えか -->
  <xsl:template name="headline"><xsl:param name="year" select="$report/@label"/><xsl:variable name="h" select="headline"/><xsl:value-of select="$year"/><xsl:choose>
    <xsl:when test="$h/@kind='numeric' and $h/@change">は<xsl:for-each select="$h"><xsl:call-template name="change-words"/></xsl:for-each>、目標<xsl:call-template name="quoted"><xsl:with-param name="text" select="$h/@target"/></xsl:call-template>に<xsl:choose><xsl:when test="not($h/@unreached)">届きました。</xsl:when><xsl:when test="$h/@distance and $h/@side!='equal'"><xsl:value-of select="$h/@distance"/>届きませんでした。</xsl:when><xsl:otherwise>届きませんでした。</xsl:otherwise></xsl:choose></xsl:when>
    <xsl:when test="$h/@kind='numeric' and $h/@rank and $h/@short-of">は<xsl:value-of select="$h/@actual"/>で、目標の<xsl:value-of select="$h/@target"/>に届きませんでした（差は<xsl:value-of select="$h/@distance"/>）。</xsl:when>
    <xsl:when test="$h/@kind='numeric' and $h/@rank">は<xsl:value-of select="$h/@actual"/>で、目標の<xsl:value-of select="$h/@target"/>に届きました。</xsl:when>
    <xsl:when test="$h/@kind='numeric' and $h/@bound and not($h/@short-of)">は<xsl:value-of select="$h/@actual"/>で、目標<xsl:value-of select="$h/@target"/>の範囲に入りました。</xsl:when>
    <xsl:when test="$h/@kind='numeric' and $h/@bound and $h/@side='above'">は<xsl:value-of select="$h/@actual"/>で、目標<xsl:value-of select="$h/@target"/>を<xsl:value-of select="$h/@distance"/>上回り、範囲に入りませんでした。</xsl:when>
    <xsl:when test="$h/@kind='numeric' and $h/@bound and $h/@side='below'">は<xsl:value-of select="$h/@actual"/>で、目標<xsl:value-of select="$h/@target"/>を<xsl:value-of select="$h/@distance"/>下回り、範囲に入りませんでした。</xsl:when>
    <xsl:when test="$h/@kind='numeric' and $h/@short-of and $h/@side='equal'">は<xsl:value-of select="$h/@actual"/>で、目標<xsl:value-of select="$h/@target"/>に届きませんでした。</xsl:when>
    <xsl:when test="$h/@kind='numeric' and $h/@short-of and $h/@direction='down'">は<xsl:value-of select="$h/@actual"/>で、目標<xsl:value-of select="$h/@target"/>を<xsl:value-of select="$h/@distance"/>上回り、届きませんでした。</xsl:when>
    <xsl:when test="$h/@kind='numeric' and $h/@short-of">は<xsl:value-of select="$h/@actual"/>で、目標<xsl:value-of select="$h/@target"/>に<xsl:value-of select="$h/@distance"/>足りませんでした。</xsl:when>
    <xsl:when test="$h/@kind='numeric' and $h/@side='above'">は<xsl:value-of select="$h/@actual"/>で、目標<xsl:value-of select="$h/@target"/>を<xsl:value-of select="$h/@distance"/>上回りました。</xsl:when>
    <xsl:when test="$h/@kind='numeric' and $h/@side='below'">は<xsl:value-of select="$h/@actual"/>で、目標<xsl:value-of select="$h/@target"/>を<xsl:value-of select="$h/@distance"/>下回り、達成しました。</xsl:when>
    <xsl:when test="$h/@kind='numeric' and $h/@actual and ($h/@side='equal' or @met='yes')">は<xsl:value-of select="$h/@actual"/>で、目標<xsl:value-of select="$h/@target"/>に届きました。</xsl:when>
    <xsl:when test="$h/@kind='way'">は期間の途中です。<xsl:if test="$h/@actual">実績は<xsl:value-of select="$h/@actual"/>です。</xsl:if>
      <xsl:choose>
        <xsl:when test="$h/@way"><xsl:value-of select="$h/@until"/>の目標<xsl:value-of select="$h/@next"/>に対する進捗は<xsl:value-of select="$h/@way"/>です。</xsl:when>
        <xsl:when test="$h/@next">目標は<xsl:value-of select="$h/@until"/>の「<xsl:value-of select="$h/@next"/>」です。</xsl:when>
      </xsl:choose></xsl:when>
    <xsl:when test="$h/@kind='declared'">は、申告された評価により<xsl:value-of select="@word"/>です。</xsl:when>
    <xsl:when test="@grade='not-evaluated'">は評価なしです。</xsl:when>
    <xsl:when test="@grade='not-begun'">は、計画に加える前です。</xsl:when>
    <xsl:when test="@grade='over'">は、取組を終えています。</xsl:when>
    <xsl:when test="$h/@kind='milestone' and $h/@actual and $h/@target">の目標「<xsl:value-of select="$h/@target"/>」：<xsl:value-of select="$h/@actual"/></xsl:when>
    <xsl:when test="@grade='unreported' or not($h)">は、主管課からの報告がありません。</xsl:when>
    <xsl:when test="$h/@why">は<xsl:value-of select="@word"/>です（<xsl:value-of select="$h/@why"/>）。</xsl:when>
    <xsl:when test="$h/@actual and not($h/@target)">の実績は<xsl:value-of select="$h/@actual"/>です。</xsl:when>
    <xsl:when test="$h/@actual">の目標「<xsl:value-of select="$h/@target"/>」に対し、実績は<xsl:value-of select="$h/@actual"/>です。</xsl:when>
    <xsl:otherwise>は<xsl:value-of select="@word"/>です。</xsl:otherwise></xsl:choose></xsl:template>
  <!-- どれだけ増えたか、減ったか。文脈：headline -->
  <xsl:template name="change-words"><xsl:choose>
    <xsl:when test="@total">これまでの合計で<xsl:call-template name="change-noun"/>となり</xsl:when>
    <xsl:when test="not(@base)"><xsl:value-of select="@actual"/>で</xsl:when>
    <xsl:otherwise><xsl:value-of select="@actual"/>で、<xsl:choose><xsl:when test="@base-year"><xsl:value-of select="@base-year"/>の</xsl:when><xsl:otherwise>基準値の</xsl:otherwise></xsl:choose><xsl:value-of select="@base"/><xsl:choose>
      <xsl:when test="@change-side='less'">から<xsl:value-of select="@change"/>減り</xsl:when>
      <xsl:when test="@change-side='more'">から<xsl:value-of select="@change"/>増え</xsl:when>
      <xsl:otherwise>と同じで</xsl:otherwise></xsl:choose></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template name="change-noun"><xsl:value-of select="@change"/><xsl:choose><xsl:when test="@change-side='less'">の減</xsl:when><xsl:when test="@change-side='more'">の増</xsl:when></xsl:choose></xsl:template>
  <xsl:template name="quoted"><xsl:param name="text"/><xsl:choose><xsl:when test="starts-with($text,'「')"><xsl:value-of select="$text"/></xsl:when><xsl:otherwise>「<xsl:value-of select="$text"/>」</xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template name="headline-rate"><xsl:for-each select="headline[@rate]">達成率は<xsl:value-of select="@rate"/>です。</xsl:for-each>
    <xsl:for-each select="headline[@stand='final' and not(@kind='none')]"><xsl:value-of select="@until"/>の目標と比べた結果です。</xsl:for-each>
    <xsl:for-each select="headline[@stand='linear' and not(@kind='none')]"><xsl:value-of select="@until"/>の目標<xsl:value-of select="@next"/>までを直線で結んだ目安<xsl:value-of select="@against"/>と比べた結果です。</xsl:for-each>
    <xsl:for-each select="headline[@whole-rate]">期間全体の目標<xsl:value-of select="@whole"/>に対し、これまでの合計は<xsl:value-of select="@whole-total"/>（<xsl:value-of select="@whole-rate"/>）です。</xsl:for-each><xsl:for-each select="headline[@decision]">決定の内容：<xsl:value-of select="@decision"/></xsl:for-each></xsl:template>
  <xsl:template name="judged-by"><xsl:choose><xsl:when test="@measured='yes'">数値による判定</xsl:when><xsl:when test="@measured='no'">主管課の申告による判定<xsl:if test="@partly">（一部達成をおおむね達成として数えます）</xsl:if></xsl:when></xsl:choose></xsl:template>
  <xsl:template name="previous-year"><xsl:param name="year" select="$report/@previous"/><xsl:value-of select="$year"/>　<xsl:value-of select="@previous-shape"/><xsl:text> </xsl:text><xsl:value-of select="@previous-word"/></xsl:template>
  <xsl:template name="own-grade"><xsl:value-of select="@own-by"/>の評価　<xsl:value-of select="@own-grade"/>（判定と異なります）</xsl:template>
  <xsl:template name="computed-grade">数値から計算した判定　<xsl:value-of select="@computed-word"/><xsl:if test="@computed-word!=@word">（評価と異なります）</xsl:if></xsl:template>
  <xsl:template name="result-caption">年度ごとの目標値と実績値<xsl:if test="@unit">（単位：<xsl:value-of select="@unit"/>）</xsl:if></xsl:template>
  <xsl:template name="entry-title"><xsl:param name="year" select="$report/@label"/><xsl:value-of select="$year"/>の取組</xsl:template>
  <xsl:template name="plan-part-title">計画の内容</xsl:template>
  <xsl:template name="entered-note"><xsl:if test="@entered-text">主管課の記入日：<xsl:value-of select="@entered-text"/></xsl:if><xsl:if test="@entered-text and @checked-text">、</xsl:if><xsl:if test="@checked-text">確認日：<xsl:value-of select="@checked-text"/></xsl:if></xsl:template>
  <xsl:template name="evaluation-by"><xsl:value-of select="@by"/><xsl:if test="@grade">（<xsl:value-of select="@grade"/><xsl:if test="@why">。理由は<xsl:value-of select="@why"/></xsl:if>）</xsl:if>：</xsl:template>
  <xsl:template name="effect-sentence"><xsl:value-of select="@category"/>（<xsl:value-of select="@kind-word"/>）<xsl:text> </xsl:text><xsl:value-of select="@amount-text"/><xsl:if test="@planned-text">、見込み<xsl:value-of select="@planned-text"/></xsl:if><xsl:if test="@cost-text">、費用<xsl:value-of select="@cost-text"/>、純効果額<xsl:call-template name="signed"><xsl:with-param name="text" select="@net-text"/></xsl:call-template></xsl:if><xsl:if test="@rule">。算定：<xsl:value-of select="@rule"/></xsl:if></xsl:template>
  <xsl:template name="opinion-words">意見　<xsl:call-template name="opinion-by"/>：</xsl:template>
  <xsl:template name="response-words">対応：</xsl:template>

  <!-- シートの注。文脈：indicator、その中のcell -->
  <xsl:template name="basis-note">判定の計算：<xsl:value-of select="@basis-word"/><xsl:if test="@narrow">。目標の幅が狭い指標のため、水準そのものの割合では判定しません</xsl:if></xsl:template>
  <xsl:template name="outlook-note">推計：これまでの実績を直線で延ばすと、<xsl:value-of select="@outlook-year"/>は<xsl:value-of select="@outlook-text"/>です。</xsl:template>
  <xsl:template name="axis-note">縦軸は0から始まりません</xsl:template>
  <xsl:template name="actual-note"><xsl:value-of select="@label"/>の実績<xsl:for-each select="actual"><xsl:if test="@certainty-word">（<xsl:value-of select="@certainty-word"/><xsl:if test="@as-of-text">、<xsl:value-of select="@as-of-text"/>現在</xsl:if>）</xsl:if><xsl:if test="not(@certainty-word) and @as-of-text">（<xsl:value-of select="@as-of-text"/>現在）</xsl:if><xsl:if test="@source">、出典：<xsl:value-of select="@source"/></xsl:if><xsl:if test="@evidence">、根拠：<xsl:value-of select="@evidence"/></xsl:if><xsl:if test="@months">、<xsl:value-of select="@months"/>か月分</xsl:if><xsl:if test="@decision">、決定：<xsl:value-of select="@decision"/></xsl:if><xsl:if test="@why">、理由：<xsl:value-of select="@why"/></xsl:if></xsl:for-each></xsl:template>
  <xsl:template name="total-note"><xsl:value-of select="@label"/>までの累計：目標<xsl:value-of select="total/@target"/>、実績<xsl:value-of select="total/@actual"/></xsl:template>
  <xsl:template name="growth-note"><xsl:value-of select="@label"/>の増減：<xsl:value-of select="growth/@rate"/><xsl:if test="growth/@needed">（目標に届く数：<xsl:value-of select="growth/@needed"/>）</xsl:if></xsl:template>
  <xsl:template name="survey-note">調査：<xsl:value-of select="@date-text"/><xsl:if test="@n">、回答<xsl:value-of select="@n"/>人</xsl:if></xsl:template>
  <xsl:template name="twin-note">※ <xsl:value-of select="@code"/>「<xsl:value-of select="@name"/>」と同じ指標です。</xsl:template>
  <xsl:template name="reason-note"><xsl:value-of select="@label"/>：<xsl:value-of select="@reason-word"/></xsl:template>

  <!-- 図の代替文。文脈：indicator -->
  <xsl:template name="chart-alt"><xsl:choose><xsl:when test="@chart='strip'">年度ごとの段階。</xsl:when><xsl:when test="@chart='dots'">点グラフ。縦軸は0から始まらない。</xsl:when><xsl:when test="@chart='line'">折れ線グラフ。</xsl:when><xsl:otherwise>棒グラフ。</xsl:otherwise></xsl:choose><xsl:value-of select="definition"/>。<xsl:for-each select="cell"><xsl:value-of select="@label"/>は、<xsl:choose><xsl:when test="@grade='over' or @grade='not-begun'"><xsl:value-of select="@word"/></xsl:when><xsl:when test="target/@kind='none' or target/@kind='outside'">対象外</xsl:when><xsl:when test="target/@kind='ahead' or target/@kind='unset'">目標値なし</xsl:when><xsl:when test="target/@kind='continue'">目標は継続</xsl:when><xsl:otherwise>目標<xsl:for-each select="target/step"><xsl:value-of select="."/><xsl:if test="position()!=last()">、</xsl:if></xsl:for-each><xsl:value-of select="target/text()"/></xsl:otherwise></xsl:choose><xsl:if test="actual/@number-text">、実績<xsl:value-of select="actual/@number-text"/></xsl:if><xsl:if test="actual/text() and not(actual/@number-text) and actual/@value">、実績<xsl:value-of select="actual/text()"/></xsl:if><xsl:if test="@word and not(target/@kind='none' or target/@kind='outside')">、<xsl:value-of select="@word"/></xsl:if><xsl:if test="projection">、推計<xsl:value-of select="projection"/></xsl:if>。</xsl:for-each></xsl:template>
  <xsl:template name="target-name">目標</xsl:template>
  <xsl:template name="actual-name">実績</xsl:template>
  <xsl:template name="projection-name">推計</xsl:template>
  <xsl:template name="stage-name">段階</xsl:template>

  <!-- 判定の方法 -->
  <xsl:template name="rules-caption">判定の区分</xsl:template>
  <xsl:template name="rules-text"><ul>
    <li>割合は、増やす目標では「実績値÷目標値」、減らす目標では「目標値÷実績値」です。目標が0以下のときは、届いたかどうかだけを判定します。</li>
    <li>目標の幅が狭い指標（初めの目標の80%以上に既に達しているもの）は、「（実績値－基準値）÷（目標値－基準値）」で判定します。基準値がないときは、届いたかどうかだけを判定します。</li>
    <li>増減の割合を目標とする指標は、「実績の増減率÷目標の増減率」で判定します。</li>
    <xsl:if test="/facts/sheet/indicator/cell[@reason='change']"><li>増減の数を目標とする指標（15人削減など）は、比べる値からの「実際の増減÷目標の増減」で判定します。</li></xsl:if>
    <xsl:if test="/facts/sheet/indicator/cell[@reason='wish']"><li>増加、維持など、数のない目標の指標は、前年度の実績又は基準値と比べて、届いたかどうかだけを判定します。</li></xsl:if>
    <xsl:if test="/facts/sheet/indicator/cell[@reason='mark']"><li>有無、○×などの記号を目標とする指標は、報告された記号が目標の記号に届いたかどうかだけを判定します。</li></xsl:if>
    <li>研究、導入などの段階は、主管課が根拠を示して申告した状態によります。「一部達成」はおおむね達成として数えます。導入の可否などを決める段階は、どちらに決めても達成です。</li>
    <li>複数の指標がある取組の判定は、そのうち最も低いものです。</li>
    <li>目標を改めたときは、公表の日に有効な目標で判定し、当初の目標による判定も示します。</li>
    <li>表示する割合は切り捨てています。届いていないものが100.0%と表示されることはありません。</li></ul></xsl:template>
  <xsl:template name="scheme-caption">この指標に限る判定の区分：<xsl:value-of select="@indicator"/></xsl:template>
  <xsl:template name="legend-title">記号の凡例</xsl:template>
  <xsl:template name="legend-caption">記号とその意味</xsl:template>
  <xsl:template name="minus-word">マイナス（目標との差では不足）</xsl:template>
  <xsl:template name="unreported-meaning">主管課からの報告がない</xsl:template>
  <xsl:template name="continued-meaning">前の年度の段階を続けている（達成には数えない）</xsl:template>
  <xsl:template name="not-applicable-meaning">その年度に目標がない</xsl:template>
  <xsl:template name="interim-meaning">目標が後の年度にあり、その年度は判定しない。目標までの進捗を示す</xsl:template>
  <xsl:template name="not-evaluated-meaning">目標のない取組で、評価の区分も申告されていない</xsl:template>
  <xsl:template name="not-begun-meaning">後の年度に計画に加えた取組。その年度の件数に数えない</xsl:template>
  <xsl:template name="over-meaning">前の年度までに終えた取組。その年度の件数に数えない</xsl:template>
  <!-- 割合の分母に入れないもの -->
  <xsl:template name="not-counted">対象外<xsl:if test="/facts/outcomes/outcome[@id='interim' or @id='not-evaluated']">等</xsl:if>を除く</xsl:template>
  <xsl:template name="not-counted-note"><xsl:if test="/facts/outcomes/outcome[@id='interim' or @id='not-evaluated']">対象外等は、対象外、期間の途中及び評価なしです。</xsl:if></xsl:template>
  <xsl:template name="against-head">判定に用いた値</xsl:template>
  <xsl:template name="way-head">進捗</xsl:template>
  <xsl:template name="whole-head">期間全体の目標値</xsl:template>
  <xsl:template name="whole-rate-head">期間全体に対する割合</xsl:template>
  <xsl:template name="undecidable-meaning">基準値がないなどの理由で計算できない（理由は取組ごとに示す）</xsl:template>
  <xsl:template name="hard-meaning">主管課が理由を示して評価困難とした</xsl:template>
  <xsl:template name="counting-meaning">集計が終わっていない</xsl:template>
  <xsl:template name="not-surveyed-meaning">その年度に調査を行っていない</xsl:template>

  <!-- 訂正と変更 -->
  <xsl:template name="revisions-title">目標の変更</xsl:template>
  <xsl:template name="revisions-caption">改めた目標値</xsl:template>
  <xsl:template name="since-note">「新」は、前回の公表より後のものです。</xsl:template>
  <xsl:template name="since-word">新</xsl:template>
</xsl:stylesheet>


<?xml version="1.0" encoding="UTF-8"?>
<!-- ウェブのページだけで使う言葉。報告書と同じことは、wording.xslの同じ名前のテンプレートで述べる。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- ===== 題と案内 ===== -->
  <xsl:template name="site-name"><xsl:value-of select="$plan/@title"/><xsl:if test="$plan/@state='案'">（案）</xsl:if><xsl:if test="$plan/@sample">【見本】</xsl:if></xsl:template>
  <xsl:template name="start-page-title"><xsl:value-of select="$site-name"/>（<xsl:value-of select="$report/@label"/>評価）｜<xsl:value-of select="$plan/@municipality"/></xsl:template>
  <xsl:template name="start-description"><xsl:call-template name="about-plan"/><xsl:for-each select="$all"><xsl:call-template name="year-message"/>。</xsl:for-each></xsl:template>
  <xsl:template name="of-year">（<xsl:value-of select="$report/@label"/>評価）</xsl:template>
  <!-- 文脈：sheet -->
  <xsl:template name="initiative-page-title"><xsl:value-of select="@code"/><xsl:text> </xsl:text><xsl:value-of select="name"/><xsl:call-template name="of-year"/></xsl:template>
  <xsl:template name="initiative-description"><xsl:choose><xsl:when test="entry[@year=$report/@year]"><xsl:for-each select="entry[@year=$report/@year]"><xsl:call-template name="headline"/><xsl:call-template name="headline-rate"/></xsl:for-each></xsl:when><xsl:otherwise><xsl:call-template name="not-due"/></xsl:otherwise></xsl:choose></xsl:template>
  <!-- 文脈：office -->
  <xsl:template name="office-page-title"><xsl:value-of select="@name"/>の取組</xsl:template>
  <!-- 文脈：policy（sheetの中でないもの） -->
  <xsl:template name="policy-name"><xsl:value-of select="@mark"/><xsl:text>　</xsl:text><xsl:value-of select="@name"/></xsl:template>

  <xsl:template name="skip-words">本文へ移動</xsl:template>
  <xsl:template name="start-title">トップ</xsl:template>
  <xsl:template name="site-nav-label">主なページ</xsl:template>
  <xsl:template name="foot-nav-label">このサイトのページ</xsl:template>
  <xsl:template name="crumbs-label">現在の位置</xsl:template>
  <xsl:template name="contents-label">このページの内容</xsl:template>
  <xsl:template name="pager-label">前後の取組</xsl:template>
  <xsl:template name="policy-pager-label">前後の<xsl:value-of select="/facts/policy[1]/@kind"/></xsl:template>
  <xsl:template name="nav-results">年度の結果</xsl:template>
  <xsl:template name="nav-list">取組の一覧</xsl:template>
  <xsl:template name="nav-offices">担当課</xsl:template>
  <xsl:template name="nav-rules">判定の方法</xsl:template>
  <xsl:template name="nav-data">データ</xsl:template>
  <xsl:template name="before-words">前：</xsl:template>
  <xsl:template name="after-words">次：</xsl:template>
  <xsl:template name="policy-list-words"><xsl:value-of select="group[1]/@mark"/>の取組の一覧</xsl:template>
  <xsl:template name="published-words">公開日：</xsl:template>
  <xsl:template name="updated-words">更新日：</xsl:template>

  <!-- 問い合わせ先 -->
  <xsl:template name="tel-words">電話：</xsl:template>
  <xsl:template name="fax-words">ファクシミリ：</xsl:template>
  <xsl:template name="mail-words">電子メール：</xsl:template>
  <xsl:template name="form-words">問い合わせフォーム</xsl:template>

  <!-- 資料。「令和9年度 進行管理・評価報告書（PDF：1.2MB、48ページ）」。文脈：download -->
  <xsl:template name="download-words"><xsl:call-template name="download-name"/>（<xsl:value-of select="@kind"/>：<xsl:value-of select="@size"/><xsl:if test="@pages">、<xsl:value-of select="@pages"/>ページ</xsl:if>）</xsl:template>
  <xsl:template name="download-name"><xsl:choose>
    <xsl:when test="@name"><xsl:value-of select="@name"/></xsl:when>
    <xsl:when test="@what='report'"><xsl:value-of select="@label"/><xsl:text> </xsl:text>進行管理・評価報告書</xsl:when>
    <xsl:when test="@what='plan'"><xsl:value-of select="$plan/@title"/><xsl:if test="$plan/@state='案'">（案）</xsl:if></xsl:when>
    <xsl:when test="@what='briefing'"><xsl:if test="@label"><xsl:value-of select="@label"/><xsl:text> </xsl:text></xsl:if>議会説明資料</xsl:when>
    <xsl:when test="@what='matrix'"><xsl:value-of select="@label"/><xsl:text> </xsl:text>判定一覧</xsl:when>
    <xsl:when test="@what='indicators'">指標ごと、年度ごとの目標値、実績値及び判定</xsl:when>
    <xsl:when test="@what='initiatives'">取組ごとの計画の内容と、年度ごとの判定</xsl:when>
    <xsl:when test="@what='tallies'">判定の件数</xsl:when>
    <xsl:when test="@what='effects'">財政効果額</xsl:when>
    <xsl:when test="@what='opinions'">意見と対応</xsl:when>
    <xsl:when test="@what='columns'">列の説明</xsl:when>
    <xsl:when test="@what='json'">計画と実績の全体</xsl:when>
    <xsl:when test="@what='schema'">JSONの形の定義</xsl:when>
    <xsl:otherwise><xsl:value-of select="@path"/></xsl:otherwise></xsl:choose></xsl:template>

  <!-- ===== 開始ページ ===== -->
  <xsl:template name="about-title">この計画について</xsl:template>
  <xsl:template name="about-plan"><xsl:value-of select="$plan/@municipality"/>が<xsl:value-of select="$plan/@first"/>から<xsl:value-of select="$plan/@last"/>までに行う<xsl:value-of select="$all/@initiatives"/>の取組の計画です。毎年度、取組ごとに目標に届いたかどうかを判定し、理由とこれからの取組を公表します。</xsl:template>
  <xsl:template name="as-of-sentence">実績は<xsl:call-template name="as-of"/>のものです<xsl:if test="$report/@published-text">（<xsl:call-template name="published"/>）</xsl:if>。</xsl:template>
  <!-- 年度の答え。達成だけを先に言う。文脈：tally -->
  <xsl:template name="start-message"><xsl:value-of select="$report/@label"/>は、<xsl:value-of select="@initiatives"/>の取組のうち<xsl:value-of select="@met"/>が達成<xsl:call-template name="met-note"/></xsl:template>
  <!-- 達成の内訳を、数値によるものと申告によるものに分けて。文脈：tally -->
  <xsl:template name="measured-apart">達成した<xsl:value-of select="@met"/>件のうち、数値で判定したものは<xsl:value-of select="@met-measured"/>件、段階について主管課が申告したものは<xsl:value-of select="@met-declared"/>件です。</xsl:template>
  <!-- 文脈：life。リンク先は取組のページ -->
  <xsl:template name="site-life-note"><xsl:call-template name="life-note"/></xsl:template>
  <xsl:template name="things">件</xsl:template>
  <xsl:template name="by-policy-title"><xsl:value-of select="/facts/policy[1]/@kind"/>ごとの状況</xsl:template>
  <xsl:template name="met-of"><xsl:value-of select="@initiatives"/>の取組のうち、<strong><xsl:value-of select="@met"/>件</strong>が達成</xsl:template>
  <xsl:template name="results-link"><xsl:value-of select="$report/@label"/>の結果を詳しく見る</xsl:template>
  <xsl:template name="list-link">取組の一覧から探す</xsl:template>
  <xsl:template name="downloads-title">資料のダウンロード</xsl:template>
  <xsl:template name="pages-title">このサイトのページ</xsl:template>
  <xsl:template name="matrix-lead">印を選ぶと、その年度の説明に移ります。まだ来ていない年度は空欄です。</xsl:template>
  <xsl:template name="matrix-page-caption">年度ごとの判定。記号の読み方は表の下にあります。</xsl:template>
  <xsl:template name="short-year"><xsl:value-of select="@label"/></xsl:template>
  <xsl:template name="late-reasons-caption">達成していない取組とその要因</xsl:template>
  <xsl:template name="late-more">次の取組も合わせて見る</xsl:template>

  <!-- ===== 一覧 ===== -->
  <xsl:template name="list-title">取組の一覧</xsl:template>
  <xsl:template name="list-lead">計画に掲げた<xsl:value-of select="$all/@initiatives"/>の取組の全てと、<xsl:value-of select="$report/@label"/>の判定です。</xsl:template>
  <xsl:template name="list-caption">取組の一覧と<xsl:value-of select="$report/@label"/>の判定</xsl:template>
  <xsl:template name="grade-head"><xsl:value-of select="$report/@label"/>の判定</xsl:template>
  <xsl:template name="answer-head">目標と実績</xsl:template>
  <!-- site.jsが使う言葉。{n}と{all}は数に置き換わる -->
  <xsl:template name="word-search">言葉で探す</xsl:template>
  <xsl:template name="word-all">すべて</xsl:template>
  <xsl:template name="word-shown">{all}件中{n}件を表示</xsl:template>
  <xsl:template name="word-clear">条件を消す</xsl:template>
  <xsl:template name="word-form">取組を絞り込む</xsl:template>

  <xsl:template name="policies-head"><xsl:choose><xsl:when test="/facts/policy"><xsl:value-of select="/facts/policy[1]/@kind"/></xsl:when><xsl:otherwise>区分</xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template name="policies-title"><xsl:value-of select="/facts/policy[1]/@kind"/></xsl:template>
  <!-- 文脈：tally -->
  <xsl:template name="policy-message"><xsl:value-of select="$report/@label"/>は、<xsl:value-of select="@initiatives"/>の取組のうち<xsl:value-of select="@met"/>件が達成でした。</xsl:template>
  <xsl:template name="office-message"><xsl:value-of select="$report/@label"/>は、この課を初めに掲げる<xsl:value-of select="@initiatives"/>の取組のうち<xsl:value-of select="@met"/>件が達成でした。</xsl:template>
  <xsl:template name="policy-sheets-title">この<xsl:value-of select="/facts/policy[1]/@kind"/>の取組</xsl:template>
  <xsl:template name="approach-title">取組み方針</xsl:template>
  <xsl:template name="sheets-caption">取組と<xsl:value-of select="$report/@label"/>の判定</xsl:template>
  <xsl:template name="offices-title">担当課</xsl:template>
  <xsl:template name="offices-lead">取組を担当する課です。課を選ぶと、担当する取組の一覧に移ります。</xsl:template>
  <xsl:template name="offices-caption">担当課と、担当する取組の数</xsl:template>
  <xsl:template name="office-sheets-title">担当する取組</xsl:template>

  <!-- ===== 取組のページ ===== -->
  <xsl:template name="not-due"><xsl:value-of select="$report/@label"/>は、この取組の期間に含まれません。</xsl:template>
  <xsl:template name="owner-words"><xsl:value-of select="$labels[@of='department']"/><xsl:text>　</xsl:text></xsl:template>
  <!-- 文脈：sheetのgroup -->
  <xsl:template name="item-words"><xsl:call-template name="level-word"><xsl:with-param name="level" select="@level"/><xsl:with-param name="kind" select="@kind"/></xsl:call-template><xsl:text>　</xsl:text></xsl:template>
  <xsl:template name="progress-words"><xsl:value-of select="$labels[@of='progress']"/><xsl:text>　</xsl:text></xsl:template>
  <xsl:template name="source-words">出典　</xsl:template>
  <xsl:template name="definition-words"><xsl:value-of select="$labels[@of='definition']"/><xsl:text>　</xsl:text></xsl:template>
  <xsl:template name="baseline-words"><xsl:value-of select="$labels[@of='baseline']"/><xsl:text>　</xsl:text></xsl:template>
  <xsl:template name="values-title">年度ごとの目標と実績</xsl:template>
  <xsl:template name="indicator-title">指標<xsl:value-of select="@number"/><xsl:text>　</xsl:text><xsl:value-of select="definition"/></xsl:template>
  <xsl:template name="twin-link">※ <a href="#{@ref}"><xsl:value-of select="@code"/>「<xsl:value-of select="@name"/>」</a>と同じ指標です。</xsl:template>
  <xsl:template name="rules-link">判定の方法と記号の意味</xsl:template>

  <!-- ===== 年度の結果 ===== -->
  <xsl:template name="years-title">年度ごとの推移</xsl:template>
  <xsl:template name="years-figure-caption">年度ごとの判定の内訳（件）</xsl:template>
  <xsl:template name="years-alt"><xsl:param name="tallies"/>帯グラフ。年度ごとの件数。<xsl:for-each select="$tallies"><xsl:value-of select="../@label"/>は、<xsl:for-each select="count"><xsl:value-of select="@word"/><xsl:value-of select="@n"/>件<xsl:if test="position()!=last()">、</xsl:if></xsl:for-each><xsl:for-each select="other[@n&gt;0]">、<xsl:value-of select="@word"/><xsl:value-of select="@n"/>件</xsl:for-each>。</xsl:for-each></xsl:template>
  <xsl:template name="years-tally-caption">年度ごとの件数</xsl:template>
  <xsl:template name="years-note">目標を改めた取組は、過去の年度も改めた後の目標で判定しています。当初の目標による判定は、取組のページに示します。</xsl:template>
  <xsl:template name="too-large">桁が多く、正確に計算できません。</xsl:template>

  <!-- ===== 計画、判定の方法、訂正と変更 ===== -->
  <xsl:template name="plan-title">計画の内容</xsl:template>
  <xsl:template name="chapter-words"><xsl:value-of select="@number"/><xsl:text>　</xsl:text><xsl:value-of select="@title"/></xsl:template>
  <xsl:template name="rules-lead">取組が目標に届いたかどうかを、どのように判定しているかを説明します。</xsl:template>
  <xsl:template name="rules-how-title">割合の求め方</xsl:template>
  <xsl:template name="scheme-all-caption">割合又は段階の申告と、判定</xsl:template>
  <xsl:template name="minus-sample">数字の前の△（例：△10）</xsl:template>
  <!-- 文脈：grade -->
  <xsl:template name="grade-meaning">割合が<xsl:value-of select="@rule"/><xsl:if test="@state">、又は申告が<xsl:value-of select="@state"/></xsl:if></xsl:template>
  <xsl:template name="changes-lead">公表した後に訂正したこと、改めた目標及び前の年度から判定が変わった取組です。</xsl:template>
  <xsl:template name="corrections-caption">訂正した箇所</xsl:template>
  <xsl:template name="corrections-none">訂正はありません。</xsl:template>
  <xsl:template name="revisions-none">改めた目標値はありません。</xsl:template>
  <xsl:template name="moved-title">前の年度から判定が変わった取組</xsl:template>
  <xsl:template name="moved-caption"><xsl:value-of select="$report/@previous"/>と<xsl:value-of select="$report/@label"/>の判定</xsl:template>

  <!-- ===== オープンデータ ===== -->
  <xsl:template name="data-title">オープンデータ</xsl:template>
  <xsl:template name="data-lead">計画、実績及び判定を、コンピューターで処理しやすい形で公開しています。数値はこのサイトのページ及び報告書と同じものです。</xsl:template>
  <xsl:template name="data-files-title">データ</xsl:template>
  <xsl:template name="papers-title">報告書などの資料</xsl:template>
  <xsl:template name="data-format-title">データの形</xsl:template>
  <xsl:template name="data-format"><ul>
    <li>CSVは、文字コードがUTF-8（BOM付き）、改行がCRLFです。</li>
    <li>年度は西暦と和暦の両方の列にあります。数値には、桁区切りと単位を付けていません。単位は別の列にあります。</li>
    <li>数値の欄が空のときは、その理由（未報告、対象外、集計中など）が「状態」の列にあります。</li>
    <li>表計算ソフトが式とみなす文字で始まる欄には、初めに「'」を付けています。</li></ul></xsl:template>
  <xsl:template name="data-licence-note">このデータは、次の利用条件の下で利用できます。</xsl:template>
  <xsl:template name="columns-title">列の説明</xsl:template>
  <!-- 文脈：column -->
  <xsl:template name="columns-caption"><xsl:value-of select="@file"/>の列</xsl:template>

  <!-- ===== 用語 ===== -->
  <xsl:template name="glossary-title">用語</xsl:template>
  <xsl:template name="glossary-lead">このサイトと報告書で使う言葉の意味です。</xsl:template>
  <xsl:template name="glossary-caption">用語とその意味</xsl:template>
  <xsl:template name="terms">
    <xsl:call-template name="term"><xsl:with-param name="word">一部達成</xsl:with-param><xsl:with-param name="meaning">段階の一部が済んだという、主管課の申告</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">前倒し</xsl:with-param><xsl:with-param name="meaning">目標の年度より前に済んだという、主管課の申告</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">中断</xsl:with-param><xsl:with-param name="meaning">続けるはずの段階を止めたという、主管課の申告（未達成として数える）</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">主管課、担当課</xsl:with-param><xsl:with-param name="meaning">取組を担当する課。実績を報告し、段階の状態を申告する</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">指標、数値の定義</xsl:with-param><xsl:with-param name="meaning">取組がどこまで進んだかを測るもの。何を数えるかを「数値の定義」に示す</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">基準値</xsl:with-param><xsl:with-param name="meaning">計画を始める前の値。ここからどれだけ変わったかを見る</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">目標値、実績値</xsl:with-param><xsl:with-param name="meaning">その年度に届くことを目指した値と、実際の値</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">当初の目標値</xsl:with-param><xsl:with-param name="meaning">後で改めた目標値の、改める前のもの</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">達成率</xsl:with-param><xsl:with-param name="meaning">目標に対する実績の割合。求め方は「判定の方法」に示す。小数第2位を切り捨てる</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">達成の割合</xsl:with-param><xsl:with-param name="meaning">達成した取組の件数を、対象外を除く件数で割ったもの</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">ポイント</xsl:with-param><xsl:with-param name="meaning">割合（%）と割合の差の単位。98.61%と98.65%の差は0.04ポイント</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">推計</xsl:with-param><xsl:with-param name="meaning">これまでの実績を直線で延ばした、最終年度の見込みの値</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">速報、確定</xsl:with-param><xsl:with-param name="meaning">後で変わることのある値と、変わらない値</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">累計</xsl:with-param><xsl:with-param name="meaning">計画の最初の年度からの合計</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">財政効果額、純効果額</xsl:with-param><xsl:with-param name="meaning">取組によって増えた歳入又は減った歳出の額と、そこから費用を引いた額</xsl:with-param></xsl:call-template>
    <xsl:call-template name="term"><xsl:with-param name="word">遅れ</xsl:with-param><xsl:with-param name="meaning">続けて未達成となっている年数、又は主管課が遅れて達成するとした年数</xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- ===== アクセシビリティ。市が確かめて書くためのひな形で、規格への準拠を述べるものではない ===== -->
  <xsl:template name="accessibility-title">ウェブアクセシビリティ</xsl:template>
  <xsl:template name="accessibility-text">
    <p class="sample">このページは、市が確かめて書くためのひな形です。【　】の中を市が書き、確かめた結果に合わせて文を直してください。</p>
    <h2>対象</h2>
    <p>このサイト（<xsl:value-of select="$site-name"/>）の全てのページ</p>
    <h2>目標とする規格と等級</h2>
    <p>【規格の名前、等級、達成の期限】</p>
    <h2>確かめた結果</h2>
    <p>【確かめた日、方法、範囲、結果、満たしていない点】</p>
    <h2>ページを作るときに配慮していること</h2>
    <ul>
      <li>見出し、表の見出し、パンくず及びページの中の目次を、読み上げソフトが伝えられる形で示します。</li>
      <li>判定は、色だけでなく、形と言葉でも示します。記号には読みを添えます。</li>
      <li>図には言葉の説明を付け、同じ数値を表でも示します。</li>
      <li>全ての操作がキーボードでできます。文字を大きくしても、幅の狭い画面でも、横に動かさずに読めます。</li>
      <li>明るい表示と暗い表示、色を強調する表示に対応します。</li>
      <li>報告書（PDF）にあることは、全てこのサイトのページにもあります。</li>
    </ul>
    <h2>読みにくいところがあったとき</h2>
    <p>【連絡先。課の名前、電話、フォーム】</p>
  </xsl:template>

  <!-- ===== 見つからないとき ===== -->
  <xsl:template name="missing-title">ページが見つかりません</xsl:template>
  <xsl:template name="missing-words">ページの場所が変わったか、なくなった可能性があります。次のページからお探しください。</xsl:template>

  <!-- 更新情報（feed.xml）。文脈：facts、results、correction -->
  <xsl:template name="feed-title"><xsl:value-of select="plan/@title"/>の更新情報</xsl:template>
  <xsl:template name="feed-published"><xsl:value-of select="@label"/>の進行管理・評価報告書を公表しました</xsl:template>
  <xsl:template name="feed-correction">訂正：<xsl:if test="@name"><xsl:value-of select="concat(@code, ' ', @name)"/></xsl:if><xsl:if test="not(@name)"><xsl:value-of select="@document-word"/></xsl:if></xsl:template>
  <xsl:template name="feed-correction-summary"><xsl:value-of select="concat(@document-word, ' ', @field-word, ' ', @year)"/>　誤：<xsl:value-of select="wrong"/>　正：<xsl:value-of select="right"/><xsl:if test="reason">　理由：<xsl:value-of select="reason"/></xsl:if></xsl:template>
</xsl:stylesheet>

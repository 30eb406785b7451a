"""The same council story as desks of many countries write it, with the encodings in which it is kept there."""

# ruff: noqa: E501 - a paragraph of copy is one line

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Copy:
    """Its first paragraph is about twenty words long."""

    language: str
    encodings: tuple[str, ...]
    text: str

    @property
    def opening(self) -> str:
        return self.text.partition("\n")[0]


COPY = (
    Copy(
        "Russian",
        ("cp1251", "koi8-r", "iso8859-5", "mac-cyrillic", "cp866"),
        """Городской совет Марстоу во вторник утвердил бюджет на следующий год, несмотря на возражения жителей южного берега, которые два часа стояли у входа.
За документ проголосовали семнадцать депутатов, против — девять. Мэр города Зоя Харт заявила, что ремонт моста через реку Венд начнётся в мае и обойдётся в четыре миллиона рублей. По её словам, подрядчик уже выбран, и работы не остановят даже зимой.
Оппозиция считает эту сумму заниженной. «Мы видели трещины в двух опорах, и никто не объяснил нам, откуда они взялись», — сказал депутат Юрий Щербаков. Он потребовал обнародовать отчёт водолазов, который администрация получила ещё в июле.""",
    ),
    Copy(
        "Ukrainian",
        ("cp1251", "koi8-u"),
        """Міська рада Марстоу у вівторок ухвалила бюджет на наступний рік, попри заперечення мешканців південного берега, які дві години стояли біля входу.
За документ проголосували сімнадцять депутатів, проти — дев’ять. Міський голова Зоя Гарт заявила, що ремонт моста через річку Венд розпочнеться у травні й коштуватиме чотири мільйони гривень. За її словами, підрядника вже обрано, і роботи не зупинять навіть узимку. Її заступник Ґнат Їжакевич додав, що рух відкриють у жовтні.""",
    ),
    Copy(
        "Bulgarian",
        ("cp1251", "iso8859-5"),
        """Общинският съвет на Марстоу прие във вторник бюджета за следващата година въпреки възраженията на жителите от южния бряг, които чакаха два часа пред входа.
За документа гласуваха седемнадесет съветници, а девет бяха против. Кметът Зоя Харт заяви, че ремонтът на моста над река Венд ще започне през май и ще струва четири милиона лева. По думите ѝ изпълнителят вече е избран и работата няма да спре дори през зимата. Опозицията смята, че сумата е твърде малка, и поиска докладът на водолазите да бъде публикуван.""",
    ),
    Copy(
        "Polish",
        ("cp1250", "iso8859-2"),
        """Rada miasta Marstow przyjęła we wtorek budżet na przyszły rok, mimo sprzeciwu mieszkańców południowego brzegu, którzy przez dwie godziny stali przed wejściem.
Za uchwałą głosowało siedemnaście osób, przeciw było dziewięć. Burmistrz Zofia Hart powiedziała, że remont mostu na rzece Wendzie rozpocznie się w maju i będzie kosztował cztery miliony złotych. Wykonawca został już wybrany, a prace nie ustaną nawet zimą. Opozycja uważa, że kwota jest zaniżona. Radny Łukasz Żółkiewski zażądał ujawnienia raportu nurków, który urząd otrzymał jeszcze w lipcu. Śledztwo w tej sprawie prowadzi również prokuratura.""",
    ),
    Copy(
        "Czech",
        ("cp1250", "iso8859-2"),
        """Zastupitelstvo města Marstow v úterý schválilo rozpočet na příští rok navzdory námitkám obyvatel jižního břehu, kteří dvě hodiny čekali před vchodem.
Pro návrh hlasovalo sedmnáct zastupitelů, proti bylo devět. Primátorka Žofie Hartová řekla, že oprava mostu přes řeku Vendu začne v květnu a bude stát čtyři miliony korun. Dodavatel už byl podle ní vybrán a práce se nezastaví ani v zimě. Opozice považuje částku za podhodnocenou. Zastupitel Šimon Dvořák požádal o zveřejnění zprávy potápěčů, kterou úřad dostal už v červenci. Ťukání do pilířů podle něj nestačí.""",
    ),
    Copy(
        "Hungarian",
        ("cp1250", "iso8859-2"),
        """A marstow-i városi tanács kedden elfogadta a jövő évi költségvetést, bár a déli part lakói két órán át tiltakoztak a bejárat előtt.
A javaslatra tizenheten szavaztak igennel, kilencen ellene. Hart Zsófia polgármester azt mondta, hogy a Wend folyó hídjának felújítása májusban kezdődik, és négymillió forintba kerül. Szerinte a kivitelezőt már kiválasztották, és a munka télen sem áll le. Az ellenzék úgy véli, hogy az összeg túl alacsony. Szőke Győző képviselő követelte, hogy hozzák nyilvánosságra a búvárok jelentését, amelyet a hivatal még júliusban kapott meg.""",
    ),
    Copy(
        "Greek",
        ("cp1253", "iso8859-7"),
        """Το δημοτικό συμβούλιο του Μάρστοου ενέκρινε την Τρίτη τον προϋπολογισμό του επόμενου έτους, παρά τις αντιρρήσεις των κατοίκων της νότιας όχθης, που περίμεναν δύο ώρες έξω.
Υπέρ ψήφισαν δεκαεπτά σύμβουλοι και κατά εννέα. Η δήμαρχος Ζωή Χαρτ δήλωσε ότι η επισκευή της γέφυρας του ποταμού Βεντ θα αρχίσει τον Μάιο και θα κοστίσει τέσσερα εκατομμύρια. Ο εργολάβος έχει ήδη επιλεγεί και τα έργα δεν θα σταματήσουν ούτε τον χειμώνα. Η αντιπολίτευση θεωρεί ότι το ποσό είναι μικρό. Άλλοι ζήτησαν να δημοσιευθεί η έκθεση των δυτών, την οποία έλαβε ο δήμος τον Ιούλιο.""",
    ),
    Copy(
        "Turkish",
        ("cp1254", "iso8859-9"),
        """Marstow belediye meclisi, güney yakasında oturanların iki saat kapıda beklemesine rağmen gelecek yılın bütçesini salı günü kabul etti.
Karar için on yedi üye olumlu, dokuz üye olumsuz oy kullandı. Belediye başkanı Zeynep Hartoğlu, Vend ırmağı üzerindeki köprünün onarımının mayıs ayında başlayacağını ve dört milyon liraya mal olacağını söyledi. Yüklenicinin şimdiden seçildiğini, işin kışın da durmayacağını belirtti. Muhalefet ise bu tutarı yetersiz buluyor. Üye İsmail Şahin, dalgıçların temmuzda hazırladığı raporun açıklanmasını istedi. Çatlakların nereden geldiğini kimse bilmiyor.""",
    ),
    Copy(
        "Hebrew",
        ("cp1255", "iso8859-8"),
        """מועצת העיר מרסטו אישרה ביום שלישי את התקציב לשנה הבאה, למרות התנגדותם של תושבי הגדה הדרומית שחיכו שעתיים מחוץ לבניין.
בעד ההצעה הצביעו שבעה עשר חברי מועצה, ותשעה התנגדו. ראשת העיר זואי הארט אמרה כי שיפוץ הגשר מעל נהר הוונד יתחיל בחודש מאי ויעלה ארבעה מיליון שקלים. לדבריה הקבלן כבר נבחר, והעבודות לא ייפסקו גם בחורף. באופוזיציה סבורים שהסכום נמוך מדי, ודורשים לפרסם את דוח הצוללנים שהגיע לעירייה ביולי.""",
    ),
    Copy(
        "Arabic",
        ("cp1256", "iso8859-6"),
        """وافق مجلس مدينة مارستو يوم الثلاثاء على ميزانية العام المقبل رغم اعتراض سكان الضفة الجنوبية الذين انتظروا ساعتين أمام المدخل.
صوت سبعة عشر عضوا لصالح القرار وعارضه تسعة أعضاء. وقالت رئيسة البلدية زوي هارت إن إصلاح الجسر فوق نهر وند سيبدأ في مايو وسيكلف أربعة ملايين جنيه. وأضافت أن المقاول اختير بالفعل وأن العمل لن يتوقف حتى في الشتاء. وترى المعارضة أن المبلغ أقل من الحقيقة، وتطالب بنشر تقرير الغواصين الذي وصل إلى البلدية في يوليو.""",
    ),
    Copy(
        "Japanese",
        ("shift_jis", "euc_jp", "iso2022_jp"),
        """マーストウ市議会は火曜日、来年度の予算案を賛成多数で可決した。南岸の住民は二時間にわたって議場の外で反対の声を上げた。
採決では十七人が賛成し、九人が反対した。ゾーイ・ハート市長は記者会見で、ウェンド川に架かる橋の改修工事を五月に始め、費用は四百万円になると述べた。業者はすでに決まっており、冬の間も工事は止めないという。野党側は金額が少なすぎると批判している。中村議員は、七月に市へ届いた潜水調査の報告書を公開するよう求めた。""",
    ),
    Copy(
        "Chinese, simplified",
        ("gb18030", "gbk", "gb2312"),
        """马斯托市议会星期二通过了明年的预算案，尽管南岸居民在门外抗议了两个小时，要求市政府公开潜水员的报告。
投票结果为十七票赞成，九票反对。市长佐伊·哈特表示，文德河大桥的维修工程将于五月开始，费用为四百万元。她说承包商已经选定，冬天也不会停工。反对派认为这个数字太低。议员李伟说，两个桥墩上都有裂缝，没有人向居民解释原因。市政府早在七月就收到了这份报告，但是至今没有公布。""",
    ),
    Copy(
        "Chinese, traditional",
        ("big5", "cp950"),
        """馬斯托市議會星期二通過了明年的預算案，儘管南岸居民在門外抗議了兩個小時，要求市政府公開潛水員的報告。
投票結果為十七票贊成，九票反對。市長佐伊哈特表示，文德河大橋的維修工程將於五月開始，費用為四百萬元。她說承包商已經選定，冬天也不會停工。反對派認為這個數字太低。議員李偉說，兩個橋墩上都有裂縫，沒有人向居民解釋原因。市政府早在七月就收到了這份報告，但是至今沒有公布。""",
    ),
    Copy(
        "Korean",
        ("euc_kr", "cp949"),
        """마스토 시의회는 화요일 남쪽 강변 주민들이 두 시간 동안 건물 밖에서 항의했는데도 내년 예산안을 통과시켰다고 밝혔다.
표결에서는 열일곱 명이 찬성하고 아홉 명이 반대했다. 조이 하트 시장은 웬드 강 다리의 보수 공사를 오월에 시작하며 비용은 사백만 원이 될 것이라고 말했다. 업체는 이미 정해졌고 겨울에도 공사를 멈추지 않을 것이라고 한다. 야당은 금액이 너무 적다고 비판했다. 김 의원은 칠월에 시청이 받은 잠수부 보고서를 공개하라고 요구했다.""",
    ),
    Copy(
        "English",
        ("cp1252", "mac-roman", "cp850", "latin-1"),
        """Marstow council passed next year's budget on Tuesday, although people from the south bank, led by Zoë Müller, stood at the café door for two hours.
Seventeen members voted for it and nine against. The mayor said that the repair of the bridge over the Wend would begin in May and would cost £4m. A contractor had been chosen, she said, and the work would not stop in winter. The opposition calls the figure naïve. Councillor José Peña asked for the divers' report, which the town hall had been given in July, to be published.""",
    ),
    Copy(
        "French",
        ("cp1252", "latin-1", "mac-roman"),
        """Le conseil municipal de Marstow a adopté mardi le budget de l'année prochaine, malgré l'opposition des habitants de la rive sud, restés deux heures à l'entrée.
Dix-sept élus ont voté pour, neuf contre. La maire, Zoé Hart, a déclaré que la réparation du pont sur la Wend commencerait en mai et coûterait quatre millions. L'entreprise a déjà été désignée et les travaux ne s'arrêteront pas pendant l'hiver, a-t-elle ajouté. L'opposition juge ce chiffre très inférieur à la réalité. Où est passé le rapport des plongeurs, reçu à la mairie dès le mois de juillet ?""",
    ),
    Copy(
        "German",
        ("cp1252", "latin-1", "mac-roman", "cp850"),
        """Der Stadtrat von Marstow hat am Dienstag den Haushalt für das nächste Jahr beschlossen, obwohl Bewohner des südlichen Ufers zwei Stunden vor der Tür warteten.
Siebzehn Mitglieder stimmten dafür, neun dagegen. Bürgermeisterin Zoë Hart sagte, die Reparatur der Brücke über die Wend werde im Mai beginnen und vier Millionen kosten. Das Unternehmen sei bereits ausgewählt, auch im Winter gehe die Arbeit weiter. Die Opposition hält die Summe für zu niedrig. Größere Risse fänden sich in zwei Pfeilern, und niemand könne erklären, woher sie kämen.""",
    ),
    Copy(
        "Spanish",
        ("cp1252", "latin-1", "mac-roman"),
        """El ayuntamiento de Marstow aprobó el martes el presupuesto del próximo año, pese a las quejas de los vecinos de la orilla sur, que esperaron dos horas en la puerta.
Votaron a favor diecisiete concejales y nueve en contra. La alcaldesa, Zoe Hart, dijo que la reparación del puente comenzará en mayo y costará cuatro millones. La empresa ya está elegida, según señaló, y las obras no pararán ni en invierno. ¿Dónde está el informe de los buzos? La oposición lo pidió en julio y todavía no lo ha visto nadie.""",
    ),
)

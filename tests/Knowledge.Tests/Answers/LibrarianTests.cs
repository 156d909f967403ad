using Knowledge.Analysis;
using Knowledge.Answers;
using Knowledge.Notices;

namespace Knowledge.Tests.Answers;

/// <summary>Three notices: a pharmacy procedure with its papers and fee, a clinic procedure with its papers, and one on where and whom to call.</summary>
public class LibrarianTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Librarian Librarian = Build();

    private static Librarian Build()
    {
        ContentFile[] files =
        [
            Notice("mo-nha-thuoc", "Mở nhà thuốc", ("giay-to", "Mở nhà thuốc cần giấy tờ gì?", "Quý vị nộp đơn và văn bằng dược.", ""), ("le-phi", "Mở nhà thuốc lệ phí bao nhiêu?", "Văn bản không nêu phí mở nhà thuốc.", " stated=no")),
            Notice("mo-phong-kham", "Mở phòng khám", ("giay-to", "Mở phòng khám cần giấy tờ gì?", "Quý vị nộp đơn và danh sách người hành nghề của phòng khám.", "")),
            Notice("noi-nop", "Nơi nộp hồ sơ", ("quay", "Nộp hồ sơ ở quầy nào?", "Quý vị nộp tại Quầy 19 của Trung tâm.", ""), ("goi", "Gọi số điện thoại nào?", "Quý vị gọi số 0205.000.111.", "")),
            new("aspects.md", """
                ## fee: lệ phí
                - lệ phí, bao nhiêu tiền
                ## papers: giấy tờ
                - giấy tờ gì, cần gì
                ## place: nơi nộp* = noi-nop#quay
                - ở đâu, quầy nào
                ## phone: số điện thoại* = noi-nop#goi
                - số điện thoại, gọi số
                """),
            new("light-words.md", "- tôi, thì, là, ở, có, được, không, bao nhiêu, gì, nào, đâu, cần, thế, muốn, còn"),
            new("joining-words.md", "- và, với"),
            new("roles.md", "## không\n- không, chưa"),
            new("fillers.md", "- ạ"),
        ];
        var faults = new List<Fault>();
        var librarian = new Librarian(Catalogue.Read(files, Catalogue.Empty), Vocabulary.Read(files, faults),
            // Four sections with no example questions: less speaks for any of them than among many.
            answerParameters: new AnswerParameters { LeastConfidence = 0.25f });
        Assert.Empty(faults);
        return librarian;
    }

    private static ContentFile Notice(string id, string title, params (string Id, string Heading, string Text, string Marks)[] sections) => new($"notices/huong-dan/{id}.md", $$"""
        ---
        title: {{title}}
        kind: hướng dẫn
        number: null
        issuer: Sở Mẫu
        issued: 2026-01-05
        effective: { from: 2026-01-05, to: null, note: null }
        status: in-force
        source: { name: "Hướng dẫn mẫu", url: null, seen: 2026-11-21 }
        reviewed: 2026-11-21
        ---
        {{string.Join("\n\n", sections.Select(s => $"## {s.Heading} {{#{s.Id}{s.Marks}}}\n{s.Text}"))}}
        """);

    private static Question Ask(string text) => new(Librarian.Understand(text).Text);

    [Theory]
    [InlineData("mở nhà thuốc cần giấy tờ gì", "mo-nha-thuoc#giay-to")]
    [InlineData("mo phong kham can giay to gi", "mo-phong-kham#giay-to")]
    [InlineData("mở nhà thuốc bao nhiêu tiền", "mo-nha-thuoc#le-phi")]
    public void The_section_about_the_matter_and_what_is_asked_of_it_answers(string question, string section) =>
        Assert.Equal(section, Librarian.Ask(Ask(question), Today).Source?.Address.ToString());

    [Fact]
    public void What_a_notice_does_not_say_of_its_matter_is_answered_as_such_never_by_a_neighbour()
    {
        var finding = Assert.IsType<Finding.AspectNotStated>(Librarian.Ask(Ask("mở phòng khám lệ phí bao nhiêu"), Today));
        Assert.Equal(("mo-phong-kham", "lệ phí"), (finding.Passage.Notice.Id, finding.Aspect));
    }

    [Fact]
    public void What_holds_for_every_matter_answers_where_its_own_notice_does_not() =>
        Assert.Equal("noi-nop#quay", Librarian.Ask(Ask("mở phòng khám nộp ở đâu"), Today).Source?.Address.ToString());

    [Fact]
    public void Several_questions_are_answered_each()
    {
        var found = Librarian.AskEach(Ask("nộp hồ sơ ở quầy nào, gọi số điện thoại nào"), Today);
        Assert.Equal(["noi-nop#quay", "noi-nop#goi"], found.Select(f => f.Source?.Address.ToString()));
    }

    [Theory]
    [InlineData("nộp hồ sơ ở quầy nào, có cần đặt cọc không", "có cần đặt cọc không")]
    [InlineData("gọi số điện thoại nào? nuôi ong có được không ạ?", "nuôi ong có được không")]
    public void A_question_among_several_that_no_notice_answers_is_told(string message, string part)
    {
        var found = Librarian.AskEach(Ask(message), Today);
        Assert.Equal([null, part], found.Select(f => (f as Finding.Nothing)?.Part));
    }

    [Theory]
    [InlineData("tôi ở xa, nuôi ong, nộp hồ sơ ở quầy nào")]
    [InlineData("nuôi ong có được không, trồng lúa có được không")]
    public void What_asks_nothing_and_what_stands_beside_no_answer_is_none(string message) =>
        Assert.DoesNotContain(Librarian.AskEach(Ask(message), Today), f => f is Finding.Nothing { Part: not null });

    [Fact]
    public void The_matter_named_once_holds_for_all_that_is_asked_of_it()
    {
        var found = Librarian.AskEach(Ask("mở nhà thuốc cần giấy tờ gì và lệ phí bao nhiêu"), Today);
        Assert.Equal(["mo-nha-thuoc#giay-to", "mo-nha-thuoc#le-phi"], found.Select(f => f.Source?.Address.ToString()));
    }

    [Theory]
    [InlineData("thế lệ phí bao nhiêu", true)]
    [InlineData("còn giấy tờ gì", true)]
    [InlineData("phòng khám cần gì", false)]
    public void A_text_that_names_no_matter_is_told(string text, bool expected) => Assert.Equal(expected, Librarian.IsElliptical(Librarian.Understand(text).Text));

    [Fact]
    public void A_follow_up_is_answered_from_the_notice_that_the_talk_was_about()
    {
        var before = Librarian.Find(new SectionAddress("mo-nha-thuoc", "giay-to"))!;
        var question = Ask("thế lệ phí bao nhiêu") with { Context = Librarian.Understand("mở nhà thuốc cần giấy tờ gì").Text, Last = before.Address };
        Assert.Equal("mo-nha-thuoc#le-phi", Librarian.Ask(question, Today).Source?.Address.ToString());
    }

    [Theory]
    [InlineData("giá vàng hôm nay")]
    [InlineData("trường nào tốt nhất")]
    [InlineData("")]
    public void What_no_notice_says_is_not_answered(string question) => Assert.IsType<Finding.Nothing>(Librarian.Ask(Ask(question), Today));
}

using Bot.Staff.Notices.Form;
using Knowledge.Notices;

namespace Bot.Tests.Staff.Notices.Form;

/// <summary>What a form writes into a file, and which files it leaves to be edited as a whole.</summary>
public sealed class FormTests
{
    private const string Path = "notices/thong-bao/mau.md";

    private const string Whole = """
        ---
        # Ai đọc cũng thấy
        title: Nghỉ Tết
        kind: thông báo
        number: null   # để trống
        issuer: Sở Mẫu
        issued: 2026-01-05
        effective: { from: 2026-01-05, to: null, note: null }
        status: in-force
        source: { name: "Thông báo mẫu", url: null, seen: 2026-11-21 }
        reviewed: 2026-11-21
        facts: { counter: Quầy 19 }
        khoa-la: giữ lại
        questions:
          # nhiều người hỏi
          noi-nop:
            - ask: nộp ở đâu
              contains: [Quầy 19]
            - "quầy: số mấy"
          nghi: [nghỉ mấy ngày]
        ---
        Chữ ở đầu.

        ## Nộp ở đâu? {#noi-nop}
        Nộp tại Quầy 19.

        ### English
        Counter 19.

        ## Nghỉ mấy ngày? {#nghi audience=officer stated=no now=nghi-tet#nghi}

        Không nêu.

        """;

    private static NoticeForm Form => FormReader.Read(Whole)!;

    [Fact]
    public void The_fields_are_what_the_file_says()
    {
        var form = Form;
        Assert.Equal(("Nghỉ Tết", "", "2026-01-05", "counter: Quầy 19"), (form.Title, form.Number, form.From, form.Facts));
        var (first, second) = (form.Sections[0], form.Sections[1]);
        Assert.Equal(("Nộp ở đâu?", "noi-nop", "Nộp tại Quầy 19.", "Counter 19.", "nộp ở đâu => Quầy 19\nquầy: số mấy"), (first.Heading, first.Id, first.Text, first.English, first.Questions));
        Assert.Equal(("nghi", "officer", true, "nghi-tet#nghi", "nghỉ mấy ngày"), (second.Id, second.Audience, second.IsSilent, second.Now, second.Questions));
    }

    [Fact]
    public void One_changed_field_changes_its_own_line()
    {
        var form = Form;
        form.Title = "Nghỉ Tết: \"sớm\"";
        Assert.Equal(Whole.Replace("title: Nghỉ Tết", "title: \"Nghỉ Tết: \\\"sớm\\\"\""), FormWriter.Write(form, Whole));
        form = Form;
        form.Sections[0].Questions += "\r\nbàn nào nhận => Quầy 19; nhận";
        Assert.Equal(Whole.Replace("    - \"quầy: số mấy\"\n", "    - \"quầy: số mấy\"\n    - ask: bàn nào nhận\n      contains: [Quầy 19, nhận]\n"), FormWriter.Write(form, Whole));
        form = Form;
        form.Sections[1].Text = "Thông báo\r\nkhông nêu.";
        Assert.Equal(Whole.Replace("\nKhông nêu.", "Thông báo\nkhông nêu."), FormWriter.Write(form, Whole));
        form = Form;
        (form.To, form.Code) = ("2026-02-28", "1.000");
        Assert.Equal(Whole.Replace("to: null", "to: 2026-02-28").Replace("facts: {", "code: \"1.000\"\nfacts: {"), FormWriter.Write(form, Whole));
    }

    [Fact]
    public void A_section_comes_with_its_questions_and_goes_with_them()
    {
        var form = Form;
        form.Sections.Add(new SectionForm { Heading = "Nộp ở đâu", Text = "Ở đó.", Questions = "ở đâu" });
        form.Sections.RemoveAt(1);
        var text = FormWriter.Write(form, Whole);
        Assert.DoesNotContain("nghỉ mấy ngày", text);
        Assert.EndsWith("Counter 19.\n\n## Nộp ở đâu {#nop-o-dau}\nỞ đó.\n", text);
        Assert.Contains("  nop-o-dau:\n    - ở đâu\n---\n", text);
        Assert.Contains("# nhiều người hỏi", text);
        Assert.Contains("khoa-la: giữ lại", text);
    }

    [Fact]
    public void A_heading_can_say_nothing_but_words()
    {
        var form = Form;
        form.Sections[0].Heading = "Nộp {#nghi}\n## ở đâu ##";
        Assert.Contains("\n## Nộp (#nghi) ## ở đâu {#noi-nop}\n", FormWriter.Write(form, Whole));
    }

    [Fact]
    public void Questions_of_a_section_that_is_not_there_stay_until_somebody_sees_them()
    {
        var orphan = Whole.Replace("  nghi: [", "  ai-do: [");
        var form = FormReader.Read(orphan)!;
        form.Sections[0].Questions = "";
        Assert.Contains("questions:\n  # nhiều người hỏi\n  ai-do: [nghỉ mấy ngày]\n---", FormWriter.Write(form, orphan));
    }

    [Fact]
    public void Ids_are_given_once()
    {
        var form = new NoticeForm { Title = "Một", Kind = "thông báo", Sections = [new() { Heading = "Ở đâu?" }, new() { Heading = "Ở đâu" }, new() { }] };
        FormWriter.Write(form, "");
        Assert.Equal(["o-dau", "o-dau-2", "muc-moi"], form.Sections.Select(section => section.Id));
    }

    // Whatever is typed, what is written can be read: as YAML, and as the same again.
    [Theory]
    [InlineData("a: b # c")]
    [InlineData("- một")]
    [InlineData("\"hai\" 'ba' \\ {x} [y]")]
    [InlineData("null")]
    [InlineData("*a &b !c %d @e `f")]
    [InlineData("--- ---")]
    [InlineData("đường dẫn https://vi-du.vn/?a=1&b=2#c")]
    public void Whatever_is_typed_comes_back(string typed)
    {
        var form = Form;
        (form.Title, form.Number, form.Note, form.SourceName, form.Facts) = (typed, typed, typed, typed, "nhãn: " + typed);
        form.Sections[0].Questions = typed.Replace(";", "") + " => " + typed;
        var again = FormReader.Read(FormWriter.Write(form, Whole))!;
        Assert.Equal((typed, typed, typed, typed, "nhãn: " + typed), (again.Title, again.Number, again.Note, again.SourceName, again.Facts));
        Assert.Equal(form.Sections[0].Questions, again.Sections[0].Questions);
    }

    [Theory]
    [InlineData("không có đầu")]
    [InlineData("---\ntitle: [\n---\n## A\nb\n")]
    [InlineData("---\ntitle: [a]\n---\n## A\nb\n")]
    [InlineData("---\nsource: { name: a, tac-gia: b }\n---\n## A\nb\n")]
    [InlineData("---\nquestions:\n  a:\n    - ask: x\n      contains: [\"1; 2\"]\n---\n## A {#a}\nb\n")]
    [InlineData("---\ntitle: a\n---\n## A {#a .lop}\nb\n")]
    [InlineData("---\ntitle: a\n---\nA\n---\nb\n")]
    [InlineData("---\n{ title: a }\n---\n## A\nb\n")]
    public void What_a_form_could_not_show_is_edited_as_a_whole(string text) => Assert.Null(FormReader.Read(text));

    [Fact]
    public void A_draft_that_was_begun_with_a_form_is_a_notice()
    {
        var form = new NoticeForm
        {
            Title = "Nghỉ Tết", Kind = "thông báo", Issuer = "Sở Mẫu", Issued = "2026-01", Status = "in-force", SourceName = "Thông báo mẫu", SourceSeen = "2026-11-21", Reviewed = "2026-11-21",
            Amounts = "nghi: CV 20000", Sections = [new() { Heading = "Nghỉ", Id = "nghi", Text = "Ba ngày.", Questions = "nghỉ mấy ngày => Ba" }],
        };
        var faults = new List<Fault>();
        var notice = NoticeReader.Read(new ContentFile(Path, FormWriter.Write(form, "")), faults);
        Assert.Empty(faults);
        Assert.Equal((new Amount("CV", 20000), "Ba ngày."), (notice!.Sections[0].Amount, notice.Sections[0].Markdown));
    }
}

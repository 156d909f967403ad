using System.Text;
using System.Text.Json;
using Bot.Channels.Fitting;
using Bot.Protocol;

namespace Bot.Tests.Channels.Fitting;

public class FitterTests
{
    [Fact]
    public void A_list_of_twenty_thousand_characters_is_cut_and_says_where_the_rest_is()
    {
        var list = string.Join('\n', Enumerable.Range(1, 800).Select(i => $"- giấy tờ thứ {i}, bản sao"));
        Assert.InRange(list.Length, 20_000, 25_000);
        var pieces = Fitter.Fit(Replies.Of(list, [new("Đúng ý tôi", "Đúng ý tôi")]), Shapes.Zalo, Replies.Words);
        Limits.Check(pieces, Shapes.Zalo);
        Assert.Equal(3, pieces.Length);
        Assert.EndsWith("\n\n" + Replies.Words.More, pieces[2].Text, StringComparison.Ordinal);
        Assert.Single(pieces[2].Choices);
        // Every point is whole, none is missing in between, and no room is wasted.
        var points = pieces.SelectMany(p => p.Text.Replace(" …", "", StringComparison.Ordinal).Split('\n')).Where(line => line.StartsWith('•')).ToList();
        Assert.Equal(Enumerable.Range(1, points.Count).Select(i => $"• giấy tờ thứ {i}, bản sao"), points);
        Assert.All(pieces, piece => Assert.InRange(piece.Text.Length, 1900, 2000));
    }

    [Theory]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("👍🏽")]
    [InlineData("🇻🇳")]
    [InlineData("x̨̂")]
    [InlineData("𠀋")]
    public void No_letter_is_cut_in_two_where_there_is_no_space(string letter)
    {
        for (var length = 30; length < 45; length++)
        {
            var shape = Shapes.Messenger with { TextLength = length, MostPieces = 100 };
            var pieces = Fitter.Fit(Replies.Of(string.Concat(Enumerable.Repeat(letter, 100))), shape, Replies.Words);
            Limits.Check(pieces, shape);
            Assert.True(pieces.Length > 1);
            Assert.All(pieces, piece => Assert.Equal("", piece.Text.Replace(letter.Normalize(), "", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_letter_with_more_marks_than_a_message_holds_is_no_endless_loop()
    {
        var shape = Shapes.Messenger with { TextLength = 50, MostPieces = 3 };
        var pieces = Fitter.Fit(Replies.Of("x" + new string('̨', 500)), shape, Replies.Words);
        Assert.Equal(3, pieces.Length);
        Assert.All(pieces, piece => Assert.InRange(piece.Text.Length, 1, 50));
    }

    [Fact]
    public void A_mark_on_a_space_is_not_cut_from_it() => Assert.Equal(
        ["aaaa", "bbbb ̨ccc"],
        Fitter.Fit(Replies.Of("aaaa bbbb ̨ccc"), Shapes.Messenger with { TextLength = 10 }, Replies.Words).Select(p => p.Text));

    [Fact]
    public void An_address_is_never_cut_in_two()
    {
        const string url = "https://vi-du.vn/thong-bao/nhan-ho-so-va-tra-ket-qua";
        for (var before = 1; before < 90; before++)
        {
            var shape = Shapes.Messenger with { TextLength = 90, MostPieces = 9 };
            var pieces = Fitter.Fit(Replies.Of($"{new string('x', before)}({url})yyy {new string('z', 80)}"), shape, Replies.Words);
            Limits.Check(pieces, shape);
            Assert.Contains(pieces, piece => piece.Text.Contains(url, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Messenger")]
    [InlineData("Teams")]
    public void Vietnamese_in_separate_marks_is_fitted_as_composed(string channel)
    {
        var shape = Shapes.Named(channel) with { TextLength = 100, MostPieces = 2 };
        var text = string.Join("\n\n", Enumerable.Repeat("Quý vị nộp **hồ sơ** tại Trung tâm Phục vụ hành chính công. Người được ủy quyền nộp thay.", 4));
        Choice[] buttons = [new("Nộp hồ sơ ở đâu, gặp người nào?", "nộp")];
        var composed = Fitter.Fit(Replies.Of(text, buttons), shape, Replies.Words);
        var apart = Fitter.Fit(Replies.Of(text.Normalize(NormalizationForm.FormD), [buttons[0] with { Title = buttons[0].Title.Normalize(NormalizationForm.FormD) }]), shape, Replies.Words);
        Limits.Check(apart, shape);
        Assert.Equal(composed.Select(Replies.Shown), apart.Select(Replies.Shown), StringComparer.Ordinal);
    }

    [Fact]
    public void Messages_are_filled_before_anything_is_cut()
    {
        // Parted where it reads best, it would take four.
        var text = string.Join("\n\n", Enumerable.Repeat(string.Concat(Enumerable.Repeat("chữ ", 13)).Trim(), 5));
        var pieces = Fitter.Fit(Replies.Of(text), Shapes.Messenger with { TextLength = 95, MostPieces = 3 }, Replies.Words);
        Assert.Equal(3, pieces.Length);
        Assert.Equal(65, pieces.Sum(p => p.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("<!-- không có gì -->")]
    public void Nothing_becomes_no_message(string text) => Assert.Empty(Fitter.Fit(Replies.Of(text), Shapes.Messenger, Replies.Words));

    [Fact]
    public void A_text_that_is_no_markdown_is_not_read_as_such() =>
        Assert.Equal("**1** <b>", Fitter.Fit(Replies.Of("**1** <b>") with { TextFormat = "plain" }, Shapes.Messenger, Replies.Words).Single().Text);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[1, null, {\"type\": 3}]")]
    [InlineData("""[{"type":"https://schema.org/Message","citation":{}}]""")]
    [InlineData("""[{"type":"https://schema.org/Message","citation":[7,{"appearance":[]},{"appearance":{"url":5}},{"appearance":{"url":""}}]}]""")]
    [InlineData("""[{"type":"mention","citation":[{"appearance":{"name":"a","url":"https://vi-du.vn"}}]}]""")]
    public void What_cites_no_page_is_no_link(string entities)
    {
        var piece = Fitter.Fit(Replies.Of("chữ") with { Entities = JsonDocument.Parse(entities).RootElement }, Shapes.Messenger, Replies.Words).Single();
        Assert.Equal("chữ", Replies.Shown(piece));
    }

    [Fact]
    public void What_no_browser_opens_is_no_button()
    {
        var piece = Fitter.Fit(Replies.Of("[gọi](tel:115)", [], [new("Cấp cứu", "tel:115")]), Shapes.Messenger, Replies.Words).Single();
        Assert.Empty(piece.Links);
        Assert.StartsWith("gọi (115)", piece.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_cited_twice_is_one_button() => Assert.Single(
        Fitter.Fit(Replies.Of("chữ", [], [new("một", "https://vi-du.vn"), new("hai", "https://vi-du.vn")]), Shapes.Messenger, Replies.Words).Single().Links);

    [Fact]
    public void Limits_hold_for_whatever_length_a_channel_has()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 9).Select(i => $"Đoạn {i}: quý vị xem [văn bản số {i}](https://vi-du.vn/{i}) của **Sở Y tế**. Gọi ThS. Nguyễn.\n- một\n- hai"));
        Choice[] buttons = [new("Nộp hồ sơ ở đâu?", "nộp ở đâu"), new("Nộp hồ sơ khi nào?", "khi nào"), new("Phí", "phí")];
        Link[] sources = [new("Văn bản 1", "https://vi-du.vn/1"), new("Văn bản 9", "https://vi-du.vn/9"), new("Văn bản 10", "https://vi-du.vn/10")];
        for (var length = 10; length < 800; length++)
        {
            var shape = Shapes.Zalo with { TextLength = length, LinkButtonText = length / 2, MostPieces = 1 + length % 4, ButtonTitle = length % 30, MostButtons = length % 5, ShowsMarkdown = length % 2 == 0 };
            var pieces = Fitter.Fit(Replies.Of(text, buttons, sources), shape, Replies.Words);
            Assert.NotEmpty(pieces);
            Limits.Check(pieces, shape);
        }
    }
}

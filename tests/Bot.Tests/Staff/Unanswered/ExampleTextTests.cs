using Bot.Staff.Unanswered;
using Bot.Tests.Conversations;
using Knowledge.Notices;

namespace Bot.Tests.Staff.Unanswered;

/// <summary>An example question that is written into a notice leaves all the rest of its text as it was.</summary>
public sealed class ExampleTextTests
{
    private const string Added = "câu: \"mới\" #hỏi \\ {thế nào}?";

    [Fact]
    public void In_every_section_of_every_notice_one_question_more_and_nothing_else()
    {
        var notices = new ContentFolder(RepositoryContent.Folder).Read().Files.Where(f => f.Path.StartsWith(NoticeReader.Folder, StringComparison.Ordinal)).ToList();
        Assert.True(notices.Count > 30);
        foreach (var file in notices)
        {
            var before = NoticeReader.Read(file, [])!;
            foreach (var section in before.Sections)
            {
                foreach (var question in (string[])[Added, "câu mới, hỏi thế nào?"])
                {
                    var text = ExampleText.With(file.Text, section.Id, question);
                    Assert.True(text is not null, $"{file.Path}#{section.Id}");
                    // What has come to it stands in one piece, a line or two; without it the text is the old one.
                    Assert.Equal(file.Text, Without(file.Text, text));
                    var after = NoticeReader.Read(new ContentFile(file.Path, text), [])!;
                    Assert.Equal(Asks(before).Append((section.Id, question)).Order(), Asks(after).Order());
                    Assert.Equal(question, after.Sections.First(s => s.Id == section.Id).Questions[^1].Ask);
                }
            }
        }
    }

    [Theory]
    [InlineData("questions: {}\n", "questions:\n  a:\n    - hỏi thế nào\n")]
    [InlineData("questions: # chưa có\n  b:\n  - một hai\n  # ghi chú\n", "questions: # chưa có\n  b:\n  - một hai\n  a:\n    - hỏi thế nào\n  # ghi chú\n")]
    [InlineData("questions:\n  a:\n  - một hai\n  b:\n  - ba bốn\n", "questions:\n  a:\n  - một hai\n  - hỏi thế nào\n  b:\n  - ba bốn\n")]
    [InlineData("questions:\n  a: # mục a\n      - ask: >-\n          một\n          hai\n        contains: [x]\n\nfacts: {}\n", "questions:\n  a: # mục a\n      - ask: >-\n          một\n          hai\n        contains: [x]\n      - hỏi thế nào\n\nfacts: {}\n")]
    [InlineData("facts: {}\n", "facts: {}\nquestions:\n  a:\n    - hỏi thế nào\n")]
    [InlineData("questions:\r\n  a:\r\n    - một hai\r\n", "questions:\r\n  a:\r\n    - một hai\r\n    - hỏi thế nào\r\n")]
    public void However_the_front_matter_is_written(string before, string after)
    {
        var end = before.Contains('\r', StringComparison.Ordinal) ? "\r\n" : "\n";
        Assert.Equal(Whole(after), ExampleText.With(Whole(before), "a", "hỏi thế nào"));

        string Whole(string head) => $"---{end}title: x{end}{head}---{end}## A {{#a}}{end}questions:{end}  a:{end}    - chữ{end}";
    }

    [Theory]
    [InlineData("---\nquestions:\n  a: [một hai]\n---\n## A {#a}\nchữ\n")]
    [InlineData("---\nquestions: { a: [một hai] }\n---\n## A {#a}\nchữ\n")]
    [InlineData("không có phần đầu")]
    [InlineData("")]
    public void What_is_written_within_brackets_is_left_to_a_person(string text) => Assert.Null(ExampleText.With(text, "a", "hỏi thế nào"));

    private static string Without(string before, string after)
    {
        var at = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return after[..at] + after[(at + after.Length - before.Length)..];
    }

    private static IEnumerable<(string, string)> Asks(Notice notice) => notice.Sections.SelectMany(s => s.Questions.Select(q => (s.Id, q.Ask)));
}

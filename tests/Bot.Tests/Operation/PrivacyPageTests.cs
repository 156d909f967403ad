using Bot.Operation;
using Bot.Storage.Questions;
using Bot.Tests.Conversations;
using Bot.Web;

namespace Bot.Tests.Operation;

/// <summary>The privacy page says what these settings keep, and nothing that they do not.</summary>
public sealed class PrivacyPageTests
{
    private const string Recorded = "Câu hỏi của quý vị về thủ tục";

    [Fact]
    public void It_says_how_long_questions_are_recorded()
    {
        var page = Page(new QuestionOptions { Days = 77 });
        Assert.Contains(Recorded, page);
        Assert.Contains("giữ 77 ngày", page);
    }

    [Fact]
    public void It_does_not_speak_of_what_is_switched_off()
    {
        var page = Page(new QuestionOptions { Record = false });
        Assert.DoesNotContain(Recorded, page);
        Assert.DoesNotContain("{question-days}", page);
        Assert.Contains("Bốn số cuối", page);
    }

    private static string Page(QuestionOptions questions) =>
        PageWords.Read(RepositoryContent.Edition.Pages, RepositoryContent.Edition.Agency, new RetentionOptions(), questions).Privacy.Rest;
}

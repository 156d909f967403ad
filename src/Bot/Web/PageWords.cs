using System.Globalization;
using Bot.Channels.DirectLine.Access;
using Bot.Conversations;
using Bot.Operation;
using Bot.Storage.Questions;
using Knowledge.Notices;

namespace Bot.Web;

/// <summary>Everything that citizens read on the pages and around the chat, from content/pages.</summary>
public sealed class PageWords
{
    public const string Folder = "pages/";
    private const string WebChatPrefix = "web-chat.";
    private const string QuestionDays = "question-days";

    private readonly Wording words;

    private PageWords(Agency agency, Wording words, Wording staff, Wording launcher, PageProse home, PageProse privacy)
    {
        this.words = words;
        (Agency, Staff, Home, Privacy) = (agency, staff, home, privacy);
        Launcher = launcher.Keys.Where(key => !key.StartsWith(WebChatPrefix, StringComparison.Ordinal)).ToDictionary(key => key, key => launcher.Say(key));
        WebChat = launcher.Keys.Where(key => key.StartsWith(WebChatPrefix, StringComparison.Ordinal)).ToDictionary(key => key[WebChatPrefix.Length..], key => launcher.Say(key));
    }

    public Agency Agency { get; }

    /// <summary>The words of the pages below /nhan-vien.</summary>
    public Wording Staff { get; }

    public PageProse Home { get; }

    public PageProse Privacy { get; }

    /// <summary>The words of the launcher and its panel.</summary>
    public IReadOnlyDictionary<string, string> Launcher { get; }

    /// <summary>Web Chat's own strings that we say otherwise.</summary>
    public IReadOnlyDictionary<string, string> WebChat { get; }

    /// <summary>The keys of words.md that there are, for the test that every key used exists.</summary>
    public IEnumerable<string> Keys => words.Keys;

    public string this[string key] => words.Say(key);

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => words.Say(key, values);

    /// <summary>A sentence with markdown in it, as HTML.</summary>
    public string Html(string key, params ReadOnlySpan<(string Name, string Value)> values) => Markup.ToHtml(words.Say(key, values), 2);

    /// <summary>What readers of the notice are called; null for citizens, to whom everything is addressed unless it says otherwise.</summary>
    public string? Audience(string audience) => words.Has("audience." + audience) ? words.Say("audience." + audience) : null;

    /// <summary>Reads the five files; of one that is missing the words show as their keys in brackets.</summary>
    public static PageWords Read(IReadOnlyDictionary<string, string> pages, Agency agency, RetentionOptions retention, QuestionOptions questions)
    {
        return new PageWords(agency, Words("words"), Words("nhan-vien"), Words("launcher"), Prose("trang-chu"), Prose("rieng-tu"));

        Wording Words(string name) => Wording.Read(new ContentFile(Folder + name + ".md", pages.GetValueOrDefault(name, "")), agency, []);

        PageProse Prose(string name)
        {
            var text = pages.GetValueOrDefault(name, $"# [{name}]");
            // What is not recorded is not spoken of.
            if (!questions.Record) text = string.Join('\n', text.Split('\n').Where(line => !line.Contains("{" + QuestionDays + "}", StringComparison.Ordinal)));
            (string Name, string Value)[] more =
                [("retention-days", Number(retention.Days)), ("look-up-days", Number(retention.LookUpDays)), (QuestionDays, Number(questions.Days)), ("cookie-days", Number(Tokens.ReturnLife.Days))];
            foreach (var (placeholder, value) in agency.Placeholders.Concat(more)) text = text.Replace("{" + placeholder + "}", value, StringComparison.Ordinal);
            return PageProse.Read(text);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

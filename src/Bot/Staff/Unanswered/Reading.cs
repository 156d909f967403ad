using System.Collections.Concurrent;
using Bot.Content;

namespace Bot.Staff.Unanswered;

/// <summary>What was read of questions with an edition: it holds as long as that edition answers.</summary>
internal sealed class Reading(Edition edition)
{
    private readonly ConcurrentDictionary<string, ReadQuestion> all = new();

    public Edition Edition => edition;

    public ReadQuestion Read(string text) => all.GetOrAdd(text, static (text, edition) => new ReadQuestion(text, edition), edition);
}

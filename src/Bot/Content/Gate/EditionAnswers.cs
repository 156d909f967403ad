using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Conversations;
using Knowledge.Notices;
using Knowledge.Passages;

namespace Bot.Content.Gate;

/// <summary>What an edition answers at a moment, remembered: while staff try and publish, the same is asked of it again and again.</summary>
public sealed class EditionAnswers(Edition edition, DateTimeOffset at)
{
    private readonly ExampleTest test = new(edition, VietnamTime.Day(at));
    private readonly ConcurrentDictionary<(ExampleQuestion Question, SectionAddress? Home), Tested> tested = new();
    private readonly ConcurrentDictionary<string, ImmutableArray<SectionAddress>?> heard = new();

    public Edition Edition => edition;

    /// <summary>The day that decides what is in force.</summary>
    public DateOnly Day { get; } = VietnamTime.Day(at);

    /// <summary>An example question as it stands.</summary>
    public Tested Ask(ExampleQuestion question, Passage? home) => test.Ask(question, home);

    /// <summary>An example question without its own wording as evidence.</summary>
    public Tested AskWithout(ExampleQuestion question, Passage? home) => tested.GetOrAdd((question, home?.Address), _ => test.AskWithout(question, home));

    /// <summary>The sections that answer what a citizen asked; null where it is not answered.</summary>
    public ImmutableArray<SectionAddress>? Hear(string question) => heard.GetOrAdd(question, _ =>
        edition.Brain.Decide(Conversation.Met, new Said(at, question)).Replies is [.., { Outcome: Outcome.Answered } reply] ? reply.Sections : null);
}

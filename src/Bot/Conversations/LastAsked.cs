using Knowledge.Answers;

namespace Bot.Conversations;

/// <summary>The question that was asked last: what is said of its answer is about it, and who asks it again was not helped.</summary>
/// <param name="Seq">Its place in the log.</param>
/// <param name="Gist">What it is about (<see cref="Librarian.Gist"/>), by blanks.</param>
/// <param name="Section">The first section that answered; null where none did.</param>
public sealed record LastAsked(long Seq, DateTimeOffset At, string Gist, string? Section)
{
    // Who comes back later has begun anew.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    /// <summary>What is kept of it, while he is offered to be told its answer later; null otherwise.</summary>
    public string? Offered { get; init; }

    /// <summary>Whether another question is this one in other words, asked because it was not answered so.</summary>
    public bool IsAskedAgain(LastAsked next) =>
        next.At - At <= Soon && (Section is null || Section != next.Section) && IsLike(next.Gist);

    /// <summary>Whether a gist is of this question in other words.</summary>
    public bool IsLike(string gist) => Likeness.Of(Words(Gist), Words(gist)) >= Likeness.Alike;

    private static string[] Words(string gist) => gist.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

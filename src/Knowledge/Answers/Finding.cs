using System.Collections.Immutable;
using Knowledge.Passages;

namespace Knowledge.Answers;

/// <summary>What the notices say to a question, and how sure that is (0 to 1).</summary>
public abstract record Finding(float Confidence)
{
    /// <summary>The passage it was taken from; null where there is none, or where it lacks what was asked.</summary>
    public Passage? Source => this switch
    {
        Said said => said.Passage,
        NotStated silent => silent.Passage,
        _ => null,
    };

    /// <summary>The passage that it is about, also where that lacks what was asked.</summary>
    public Passage? About => Source ?? (this as AspectNotStated)?.Passage;

    /// <summary>A passage says it. When it is an older notice's and one in force speaks of the same thing, that one is <paramref name="Now"/>.</summary>
    public sealed record Said(Passage Passage, Passage? Now, float Confidence) : Finding(Confidence)
    {
        /// <summary>Whether more was asked of what the passage had answered, and it is all that is said of it.</summary>
        public bool IsAllSaid { get; init; }
    }

    /// <summary>A notice records that it does not say it.</summary>
    public sealed record NotStated(Passage Passage, float Confidence) : Finding(Confidence);

    /// <summary>A notice is about the matter, but says nothing of what is asked of it, by its name in a reply.</summary>
    public sealed record AspectNotStated(Passage Passage, string Aspect, float Confidence) : Finding(Confidence);

    /// <summary>No notice says it with enough confidence; the passages that come near, best first.</summary>
    public sealed record Nothing(ImmutableArray<Passage> Near) : Finding(0)
    {
        /// <summary>The part of a message that it is found to; null where that is the whole.</summary>
        public string? Part { get; init; }
    }
}

using Knowledge.Indexing;
using Knowledge.Passages;

namespace Knowledge.Answers;

/// <summary>What of a passage is indexed: its title, heading and text, then its example questions.</summary>
internal static class PassageParts
{
    /// <summary>The number of the first example question among the parts.</summary>
    public const int FirstQuestion = 3;

    public static IndexedText Of(Passage passage, IndexParameters parameters) => new(
    [
        new(passage.Notice.Title, parameters.Title),
        new(passage.Section.Heading, parameters.Heading, IsHeading: true),
        new(passage.Section.Text),
        .. passage.Section.Questions.Select(q => new IndexedPart(q.Ask)),
    ]);
}

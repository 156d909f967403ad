namespace Bot.Staff.Word.Writing;

/// <summary>One section of the draft: the address of its heading, the heading, its body in markdown.</summary>
internal sealed record DraftSection(string Id, string Heading, string Body)
{
    /// <inheritdoc/>
    public override string ToString() => $"## {MarkdownText.Within(Heading)} {{#{Id}}}\n{Body}\n";
}

namespace Bot.Staff.Word.Reading;

/// <summary>Text of one look: a part of a paragraph.</summary>
internal sealed record TextSpan(string Text, bool IsBold = false, bool IsItalic = false, string? Link = null)
{
    public bool LooksLike(TextSpan other) => (IsBold, IsItalic, Link) == (other.IsBold, other.IsItalic, other.Link);
}

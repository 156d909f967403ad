namespace Bot.Staff.Word.Reading;

/// <summary>What is counted over a whole document: of no place, but to be said.</summary>
internal sealed class Tally
{
    /// <summary>Tracked changes that were read as accepted.</summary>
    public int Changes { get; set; }

    /// <summary>Lines and shapes without text.</summary>
    public int Shapes { get; set; }

    public long Letters { get; private set; }

    public long LegacyLetters { get; private set; }

    /// <summary>Counts a text; true when it is written in an encoding of before Unicode.</summary>
    public bool IsLegacy(string? font, string text)
    {
        Letters += text.Length;
        if (!LegacyFonts.AreIn(font, text)) return false;
        LegacyLetters += text.Length;
        return true;
    }
}

namespace Bot.Staff.Word.Reading;

/// <summary>Raised and lowered figures as letters of their own: m² is not m2.</summary>
internal static class RaisedText
{
    private const string Plain = "0123456789+-()n";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙ";

    /// <summary>The text at a position ("superscript" or "subscript"); null when some letter has no such form.</summary>
    public static string? Write(string text, string position)
    {
        var letters = position == "superscript" ? Raised : Lowered;
        return text.All(Plain.Contains) ? string.Concat(text.Select(letter => letters[Plain.IndexOf(letter)])) : null;
    }
}

using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Staff.Word.Reading;

/// <summary>How a run of text looks, from itself, its style and its paragraph's style.</summary>
internal sealed record RunLook(bool IsBold, bool IsItalic, bool IsHidden, bool IsStruck, string? Font, string? Position)
{
    public static RunLook Of(W.RunProperties? run, StyleFacts paragraph, WordStyles styles)
    {
        var style = run?.RunStyle?.Val?.Value is { } id ? styles.Of(id) : null;
        return new RunLook(
            WordStyles.OnOff(run?.Bold) ?? style?.IsBold ?? paragraph.IsBold ?? false,
            WordStyles.OnOff(run?.Italic) ?? style?.IsItalic ?? paragraph.IsItalic ?? false,
            WordStyles.OnOff(run?.Vanish) ?? false,
            WordStyles.OnOff(run?.Strike) ?? WordStyles.OnOff(run?.DoubleStrike) ?? false,
            WordStyles.FontOf(run?.RunFonts) ?? (style?.Name is null ? null : style.Font) ?? paragraph.Font,
            run?.VerticalTextAlignment?.Val?.InnerText);
    }
}

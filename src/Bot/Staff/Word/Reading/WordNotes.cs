using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Staff.Word.Reading;

/// <summary>The footnotes and endnotes of a document, numbered together as the text comes to them.</summary>
internal sealed class WordNotes(W.Footnotes? footnotes, W.Endnotes? endnotes)
{
    private readonly Dictionary<(bool IsEnd, long Id), W.FootnoteEndnoteType> notes = Known(footnotes, endnotes);
    private readonly Dictionary<(bool IsEnd, long Id), int> numbers = [];

    /// <summary>The number of a note, and what it says the first time that the text refers to it.</summary>
    public (int Number, OpenXmlElement? Content)? Refer(W.FootnoteEndnoteReferenceType reference)
    {
        var key = (reference is W.EndnoteReference, reference.Id?.Value ?? -1);
        if (numbers.TryGetValue(key, out var number)) return (number, null);
        if (!notes.TryGetValue(key, out var content)) return null;
        return (numbers[key] = numbers.Count + 1, content);
    }

    private static Dictionary<(bool, long), W.FootnoteEndnoteType> Known(params OpenXmlElement?[] parts)
    {
        var known = new Dictionary<(bool, long), W.FootnoteEndnoteType>();
        foreach (var note in parts.SelectMany(p => p?.Elements<W.FootnoteEndnoteType>() ?? []))
            if (note.Id?.Value is { } id && note.Type is null) known.TryAdd((note is W.Endnote, id), note);
        return known;
    }
}

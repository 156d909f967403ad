using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Channels.Fitting;

namespace Bot.Tests.Channels.Fitting;

/// <summary>What holds for every reply on every channel.</summary>
internal static class Limits
{
    public static void Check(ImmutableArray<Piece> pieces, Shape shape)
    {
        Assert.InRange(pieces.Length, 0, shape.MostPieces);
        foreach (var piece in pieces)
        {
            Assert.InRange(piece.Text.Length, 1, piece.Links.IsEmpty ? shape.TextLength : Math.Min(shape.TextLength, shape.LinkButtonText));
            CheckLetters(piece.Text);
            Assert.InRange(piece.Choices.Length, 0, shape.MostButtons);
            Assert.InRange(piece.Links.Length, 0, shape.LinkButtons);
            Assert.InRange(piece.Choices.Length + piece.Links.Length, 0, Math.Max(shape.MostTogether, piece.Choices.Length));
            Assert.Equal(piece.Choices.Select(c => c.Title).Distinct().Count(), piece.Choices.Length);
            foreach (var title in piece.Choices.Select(c => c.Title).Concat(piece.Links.Select(l => l.Title)))
            {
                Assert.InRange(title.Length, 1, shape.ButtonTitle);
                CheckLetters(title);
            }
            Assert.All(piece.Choices, choice => Assert.InRange(choice.Says.Length, 1, shape.ButtonText));
        }
        // Buttons stand below the last message, where they can still be seen.
        Assert.All(pieces.SkipLast(1), piece => Assert.True(piece.Choices.IsEmpty && piece.Links.IsEmpty));
    }

    // Whole letters in NFC, and no blanks that a reader would not see.
    private static void CheckLetters(string text)
    {
        Assert.True(text.IsNormalized(), text);
        Assert.Equal(text.Trim(), text);
        Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
        Assert.False(char.IsLowSurrogate(text[0]) || char.IsHighSurrogate(text[^1]), "Một chữ bị cắt đôi.");
        Assert.DoesNotContain(Rune.GetUnicodeCategory(Rune.GetRuneAt(text, 0)), new[] { UnicodeCategory.NonSpacingMark, UnicodeCategory.SpacingCombiningMark, UnicodeCategory.EnclosingMark, UnicodeCategory.Format });
    }
}

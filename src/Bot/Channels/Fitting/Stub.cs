using System.Collections.Immutable;
using Bot.Conversations;
using Bot.Protocol;
namespace Bot.Channels.Fitting;
public sealed record Shape { public int TextLength { get; init; } = 2000; public int MostButtons { get; init; } public int ButtonTitle { get; init; } public int ButtonText { get; init; } public bool ShowsMarkdown { get; init; } public int LinkButtons { get; init; } public int LinkButtonText { get; init; } public int MostPieces { get; init; } = 3; }
public sealed record Choice(string Title, string Says);
public sealed record Link(string Title, string Url);
public sealed record Piece(string Text, ImmutableArray<Choice> Choices, ImmutableArray<Link> Links);
public sealed record FittingWords(string More, string Source) { public static FittingWords From(Wording w, string url) => new("", ""); }
public static class Fitter { public static ImmutableArray<Piece> Fit(Activity a, Shape s, FittingWords w) => [new Piece(a.Text ?? "", a.SuggestedActions is null ? [] : [.. a.SuggestedActions.Actions.Select(x => new Choice(x.Title, x.Value))], [])]; }

namespace Bot.Staff.Notices;

/// <summary>A notice as somebody is writing it; of each notice there is one draft at most, which all editors share.</summary>
/// <param name="File">Where it will be published.</param>
/// <param name="Text">The whole file: front matter and sections. It may be faulty.</param>
/// <param name="Base">The mark of the published text that it began with; null where nothing was published.</param>
/// <param name="Author">Who saved it last.</param>
/// <param name="At">When that was.</param>
/// <param name="Version">Another one after each saving: who saves says which one he has seen.</param>
public sealed record Draft(NoticeFile File, string Text, string? Base, string Author, DateTimeOffset At, long Version);

using Knowledge.Notices;

namespace Bot.Content;

/// <summary>How an example question fared: whether the answer was right, and which section it was about; null where there was none.</summary>
public readonly record struct Tested(bool IsRight, SectionAddress? Source);

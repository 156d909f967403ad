using Knowledge.Notices;

namespace Bot.Staff.Notices.Checking;

/// <summary>An example question that another section is as good for.</summary>
/// <param name="Section">The section that it is written for.</param>
/// <param name="Ask">The question.</param>
/// <param name="Other">The other section.</param>
/// <param name="Heading">That section's heading.</param>
/// <param name="IsAnswered">Whether that section answers it today; else it only has nearly the same.</param>
public sealed record LookAlike(string Section, string Ask, SectionAddress Other, string Heading, bool IsAnswered);

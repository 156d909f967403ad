using Bot.Staff.Notices;

namespace Bot.Tests.Staff.Notices;

/// <summary>A draft is tried as it would be published.</summary>
public sealed class CandidateTests
{
    [Theory]
    [InlineData("---\ntitle: Một\nstatus: draft\n---\n## Mục\nstatus: draft\n", "---\ntitle: Một\nstatus: in-force\n---\n## Mục\nstatus: draft\n")]
    [InlineData("---\r\nstatus: \"draft\" \r\n---\r\n", "---\nstatus: in-force\n---\n")]
    [InlineData("---\nstatus: draft # chờ duyệt\n---\n", "---\nstatus: in-force\n---\n")]
    [InlineData("---\nstatus: historical\n---\n", "---\nstatus: historical\n---\n")]
    [InlineData("không có đầu", "không có đầu")]
    public void A_draft_is_in_force_by_publishing(string draft, string published) => Assert.Equal(published, Candidates.AsPublished(draft));
}

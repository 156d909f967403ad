using Bot.Conversations;

namespace Bot.Tests.Conversations;

/// <summary>What a turn tells of the question before: whether its answer was right, and whether it had to be asked again.</summary>
public sealed class RemarkTests
{
    private static readonly DateTimeOffset Noon = Transcript.Noon("2026-11-22");

    [Theory]
    [InlineData("Đúng ý tôi", Verdict.Right)]
    [InlineData("chua dung y", Verdict.Wrong)]
    [InlineData("trả lời sai rồi", Verdict.False)]
    [InlineData("sai thong tin", Verdict.False)]
    public void A_verdict_is_about_the_question_that_was_asked_last(string said, Verdict verdict) =>
        Assert.Equal([null, null, new Remark(2, verdict)], Remarks("nộp hồ sơ qua mạng ở đâu", "nộp trực tiếp ở quầy nào", said));

    [Fact]
    public void A_verdict_outlasts_thanks_and_may_be_changed() =>
        Assert.Equal([null, null, new Remark(1, Verdict.Right), new Remark(1, Verdict.Wrong)], Remarks("nộp trực tiếp ở quầy nào", "cảm ơn", "đúng ý tôi", "chưa đúng ý"));

    [Theory]
    [InlineData("tra cứu hồ sơ")]
    [InlineData("cấp cứu")]
    [InlineData("xóa dữ liệu của tôi")]
    public void What_was_said_of_something_else_is_no_verdict(string between) => Assert.Null(Remarks("nộp trực tiếp ở quầy nào", between, "đúng ý tôi")[^1]);

    [Theory]
    [InlineData("nuôi ong lấy mật ra sao", "cách nuôi ong lấy mật")]
    [InlineData("nuôi ong lấy mật ra sao", "cach nuoi ong lay mat")]
    [InlineData("nuôi ong lấy mật ra sao", "nuôi ong lấy mật ra sao")]
    public void Who_was_not_answered_and_says_it_otherwise_asks_again(string first, string then) => Assert.Equal([null, new Remark(1)], Remarks(first, then));

    [Theory]
    [InlineData("nuôi ong lấy mật ra sao", "trồng lúa nếp cái hoa vàng")]
    [InlineData("nộp trực tiếp ở quầy nào", "nộp trực tiếp quầy số mấy")]
    [InlineData("nuôi ong lấy mật mất bao lâu", "nuôi ong lấy mật hết bao nhiêu tiền")]
    public void Another_question_and_one_with_the_same_answer_are_not_the_same_again(string first, string then) => Assert.All(Remarks(first, then), Assert.Null);

    [Fact]
    public void Later_it_is_a_new_beginning()
    {
        var brain = RepositoryContent.Edition.Brain;
        var asked = brain.Decide(Conversation.New, new Said(Noon, "nuôi ong lấy mật ra sao") { Seq = 1, IsRecorded = true });
        Assert.Null(brain.Decide(asked.Next, new Said(Noon.AddMinutes(6), "cách nuôi ong lấy mật") { Seq = 2, IsRecorded = true }).Remark);
        Assert.Equal(new Remark(1), brain.Decide(asked.Next, new Said(Noon.AddMinutes(5), "cách nuôi ong lấy mật") { Seq = 2, IsRecorded = true }).Remark);
    }

    private static List<Remark?> Remarks(params string[] said)
    {
        var (conversation, remarks) = (Conversation.New with { Greeted = true }, new List<Remark?>());
        foreach (var text in said)
        {
            var decision = RepositoryContent.Edition.Brain.Decide(conversation, new Said(Noon, text) { Seq = remarks.Count + 1, IsRecorded = true });
            conversation = decision.Next;
            remarks.Add(decision.Remark);
        }
        return remarks;
    }
}

using Bot.Staff.Accounts;

namespace Bot.Tests.Staff;

/// <summary>Codes as RFC 6238 gives them in its appendix B (the last six of its eight digits).</summary>
public sealed class TotpTests
{
    // "12345678901234567890" in base 32.
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.Step(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void The_picture_holds_the_address_whatever_the_name() =>
        Assert.Equal("otpauth://totp/S%E1%BB%9F%20A:an%3Fb?secret=ABC&issuer=S%E1%BB%9F%20A", Totp.Address("Sở A", "an?b", "ABC"));
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using StandIns.Portal;

namespace StandIns.Tests.Portal;

/// <summary>What the portal takes for a question, and what it answers.</summary>
public sealed class PortalTests : IAsyncLifetime
{
    private const string Right = """{"service":"TraCuuHoSo","MaHoSo":"H37.15-261102-0007"}""";

    private readonly PortalStandIn portal = new();
    private readonly HttpClient http = new();

    public async Task InitializeAsync()
    {
        await portal.StartAsync();
        portal.Hold(InventedDossiers.Waiting());
        portal.Hold(InventedDossiers.Done());
    }

    public Task DisposeAsync()
    {
        http.Dispose();
        return portal.DisposeAsync().AsTask();
    }

    [Fact]
    public async Task A_right_question_is_answered_and_so_is_one_for_the_other_code()
    {
        Assert.Equal((200, "0", "5"), await AskedAsync(Right));
        Assert.Equal((200, "0", "9"), await AskedAsync("""{"service":"TraCuuHoSo","MaHoSo":"H37.15-261005-48213"}"""));
        Assert.Equal((200, "0", null), await AskedAsync("""{"service":"TraCuuHoSo","MaHoSo":"H37.15-261102-9999"}"""));
    }

    [Theory]
    [InlineData("""{"service":"LayThuTuc","MaHoSo":"H37.15-261102-0007"}""")]
    [InlineData("""{"service":"TraCuuHoSo"}""")]
    [InlineData("""{"service":"TraCuuHoSo","MaHoSo":"H37.15-261102-0007","SoDienThoai":"1234"}""")]
    [InlineData("không")]
    public async Task A_question_of_another_shape_is_refused(string body) => Assert.Equal(400, (await SendAsync(body)).Status);

    [Fact]
    public async Task Another_token_type_method_or_place_is_refused()
    {
        Assert.Equal(401, (await SendAsync(Right, token: "another")).Status);
        Assert.Equal(415, (await SendAsync(Right, type: "text/plain")).Status);
        Assert.Equal(405, (await SendAsync(Right, method: "PUT")).Status);
        Assert.Equal(404, (await SendAsync(Right, path: "/")).Status);
    }

    private async Task<(int, string?, string?)> AskedAsync(string body)
    {
        var (status, answer) = await SendAsync(body);
        using var json = JsonDocument.Parse(answer);
        var results = json.RootElement.GetProperty("result");
        return (status, json.RootElement.GetProperty("error_code").GetString(), results.GetArrayLength() == 0 ? null : results[0].GetProperty("TrangThaiHoSo").ToString());
    }

    private async Task<(int Status, string Body)> SendAsync(string body, string? token = null, string type = "application/json", string method = "POST", string path = PortalStandIn.Path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), portal.Url + path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? portal.Token);
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

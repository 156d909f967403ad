using System.Net;
using Bot.Staff.Accounts;
using Bot.Staff.Notices;
using Bot.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff;

/// <summary>What a session opens, how it ends, and what does not pass for its own wish.</summary>
public sealed class SessionTests
{
    private static readonly string[] Notices =
    [
        NoticeAddresses.All, NoticeAddresses.New, NoticeAddresses.Coverage, NoticeAddresses.Of(NoticeFile.Of("thong-bao", "nop-ho-so")!),
        NoticeAddresses.Preview(NoticeFile.Of("thong-bao", "nop-ho-so")!), NoticeAddresses.Try(NoticeFile.Of("thong-bao", "nop-ho-so")!),
    ];

    [Fact]
    public async Task A_role_opens_what_is_its_own_and_the_page_says_so_of_the_rest()
    {
        await using var scene = await StaffScene.BeginAsync();
        await scene.AddAsync("an", StaffRole.Publisher);
        var editor = await scene.SignedInAsync("an");
        var id = scene.Store.FindByKey("hoa")!.Id;
        foreach (var page in (string[])[StaffAddresses.Accounts, StaffAddresses.Audit, $"{StaffAddresses.Accounts}/{id}"])
        {
            var refused = await editor.GetAsync(page);
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Contains("[error.forbidden-title]", refused.Text);
        }
        var posted = await editor.PostAsync(StaffAddresses.MyAccount, $"{StaffAddresses.Accounts}/{id}?handler=Lock");
        Assert.Equal(HttpStatusCode.Forbidden, posted.Status);
        Assert.Contains("[error.forbidden-title]", posted.Text);
        Assert.False(scene.Store.Find(id)!.IsLocked);
        Assert.Equal(4, scene.Told.Count(told => told.StartsWith("forbidden an", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, (await (await scene.SignedInAsync("hoa")).GetAsync(StaffAddresses.Audit)).Status);
    }

    // The list is here so that a page which anybody may open shows in the diff.
    [Fact]
    public async Task Of_all_pages_of_staff_these_alone_ask_for_no_session()
    {
        await using var scene = await StaffScene.BeginAsync();
        await scene.Visitor().GetAsync(StaffAddresses.SignIn);
        var pages = scene.Bot.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .Where(page => page.AttributeRouteInfo?.Template?.StartsWith("nhan-vien", StringComparison.Ordinal) == true).ToList();
        Assert.True(pages.Count >= 11);
        Assert.Equal(["nhan-vien/cai-ma-xac-thuc", "nhan-vien/dang-nhap", "nhan-vien/ma-xac-thuc"],
            pages.Where(page => page.EndpointMetadata.OfType<IAllowAnonymous>().Any()
                || !page.EndpointMetadata.OfType<IAuthorizeData>().Any()).Select(page => page.AttributeRouteInfo!.Template).Order());
    }

    [Fact]
    public async Task Without_a_session_every_page_leads_to_the_sign_in()
    {
        await using var scene = await StaffScene.BeginAsync();
        var nobody = scene.Visitor();
        foreach (var page in (string[])
        [
            StaffAddresses.Root, StaffAddresses.MyAccount, StaffAddresses.Accounts, StaffAddresses.Audit, StaffAddresses.SecondFactor, StaffAddresses.Enrol, StaffAddresses.SignOut,
            StaffAddresses.Urgent, StaffAddresses.Figures, StaffAddresses.FiguresFile,
            NoticeAddresses.Publishing + "/thong-bao/nop-ho-so", NoticeAddresses.History + "/thong-bao/nop-ho-so",
            StaffAddresses.Unanswered, StaffAddresses.Unanswered + "/x", StaffAddresses.Unanswered + "/x/cau-hoi-mau", StaffAddresses.Unanswered + "/x/tra-loi",
            .. Notices,
        ])
            Assert.Equal((HttpStatusCode.Redirect, StaffAddresses.SignIn), await nobody.GetAsync(page) is var answer ? (answer.Status, answer.Location) : default);
    }

    [Fact]
    public async Task A_change_of_role_a_lock_and_a_sign_out_end_every_session_at_once()
    {
        await using var scene = await StaffScene.BeginAsync();
        var account = await scene.AddAsync("an", StaffRole.Editor);
        Func<Visitor, Task>[] ends =
        [
            _ => scene.Bot.Services.AtDeskAsync(desk => desk.ChangeRoleAsync(scene.Store.Find(account.Id)!, StaffRole.Publisher, "hoa")),
            _ => scene.Bot.Services.AtDeskAsync(desk => desk.GivePasswordAsync(scene.Store.Find(account.Id)!, StaffScene.Password, "hoa")),
            async visitor => Assert.Equal(StaffAddresses.SignIn, (await visitor.PostAsync(StaffAddresses.MyAccount, StaffAddresses.SignOut)).Location),
            _ => scene.Bot.Services.AtDeskAsync(desk => desk.LockAsync(scene.Store.Find(account.Id)!, "hoa")),
        ];
        foreach (var end in ends)
        {
            var (phone, desktop) = (await scene.SignedInAsync("an"), await scene.SignedInAsync("an"));
            Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync(StaffAddresses.MyAccount)).Status);
            await end(phone);
            Assert.Equal(StaffAddresses.SignIn, (await phone.GetAsync(StaffAddresses.MyAccount)).Location);
            Assert.Equal(StaffAddresses.SignIn, (await desktop.GetAsync(StaffAddresses.MyAccount)).Location);
        }
    }

    [Fact]
    public async Task A_session_ends_when_nothing_is_done_and_after_its_hours_whatever_is_done()
    {
        await using var scene = await StaffScene.BeginAsync();
        var idle = await scene.SignedInAsync("hoa");
        scene.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(StaffAddresses.SignIn, (await idle.GetAsync(StaffAddresses.Root)).Location);
        var busy = await scene.SignedInAsync("hoa");
        var began = scene.Time.GetUtcNow();
        while (scene.Time.GetUtcNow() < began.AddHours(10).AddMinutes(-20))
        {
            scene.Time.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync(StaffAddresses.Root)).Status);
        }
        scene.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(StaffAddresses.SignIn, (await busy.GetAsync(StaffAddresses.Root)).Location);
    }

    [Fact]
    public async Task Who_did_not_send_the_code_in_time_begins_anew()
    {
        await using var scene = await StaffScene.BeginAsync();
        var visitor = scene.Visitor();
        await visitor.PasswordAsync("hoa", StaffScene.Password);
        scene.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(StaffAddresses.SignIn, (await visitor.GetAsync(StaffAddresses.SecondFactor)).Location);
    }

    [Fact]
    public async Task A_form_that_no_page_of_ours_gave_is_refused_and_written_down()
    {
        await using var scene = await StaffScene.BeginAsync();
        var account = await scene.AddAsync("an", StaffRole.Editor);
        var (hoa, an) = (await scene.SignedInAsync("hoa"), await scene.SignedInAsync("an"));
        var address = $"{StaffAddresses.Accounts}/{account.Id}?handler=Lock";
        var forged = await hoa.SendAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("[error.refused-title]", forged.Text);
        foreach (var page in (string[])[StaffAddresses.SignOut, StaffAddresses.MyAccount, StaffAddresses.Accounts, StaffAddresses.SignIn,
            StaffAddresses.SecondFactor, StaffAddresses.Enrol, StaffAddresses.Urgent + "?handler=Banner", StaffAddresses.Urgent + "?handler=Off",
            NoticeAddresses.New, Notices[3]])
            Assert.Equal(HttpStatusCode.BadRequest, (await hoa.SendAsync(page, ("Name", "x"), ("__RequestVerificationToken", "CfDJ8"))).Status);
        Assert.False(scene.Store.Find(account.Id)!.IsLocked);
        Assert.Contains("forged hoa  /nhan-vien/tai-khoan/" + account.Id, scene.Told);
        Assert.Equal(HttpStatusCode.OK, (await hoa.GetAsync(StaffAddresses.Root)).Status);
    }

    [Fact]
    public async Task Pages_are_kept_by_nobody_and_cookies_stay_among_them()
    {
        await using var scene = await StaffScene.BeginAsync(("Web:PublicUrl", "https://hoidap.example"));
        var page = await scene.Visitor().GetAsync(StaffAddresses.SignIn);
        Assert.Contains("no-store", page.Headers);
        Assert.Contains("default-src 'none'", page.Headers);
        Assert.DoesNotContain("unsafe", page.Headers);
        Assert.Matches("(?i)set-cookie: nhan-vien-bieu-mau=[^\n]*path=/nhan-vien; samesite=strict; httponly", page.Headers);
    }

    [Fact]
    public async Task A_password_that_somebody_else_gave_is_changed_before_anything_else()
    {
        const string next = "nắng lên trên đồi chè";
        await using var scene = await StaffScene.BeginAsync();
        await scene.AddAsync("an", StaffRole.Editor, isTemporary: true);
        var (visitor, elsewhere) = (await scene.SignedInAsync("an"), await scene.SignedInAsync("an"));
        Assert.Equal(StaffAddresses.MyAccount, (await visitor.GetAsync(StaffAddresses.Root)).Location);
        foreach (var page in Notices) Assert.Equal(StaffAddresses.MyAccount, (await visitor.GetAsync(page)).Location);
        Assert.Contains("[mine.temporary]", (await visitor.GetAsync(StaffAddresses.MyAccount)).Text);
        Assert.Contains("[fault.wrong-password]", (await ChangeAsync("sai mật khẩu rồi", next, next)).Text);
        Assert.Contains("[fault.different]", (await ChangeAsync(StaffScene.Password, next, next + ".")).Text);
        Assert.Contains("[fault.password]", (await ChangeAsync(StaffScene.Password, "ngắn", "ngắn")).Text);
        Assert.Contains("[fault.password]", (await ChangeAsync(StaffScene.Password, StaffScene.Password, StaffScene.Password)).Text);
        Assert.Contains("[mine.changed]", (await ChangeAsync(StaffScene.Password, next, next)).Text);
        Assert.Contains("[start.lead]", (await visitor.GetAsync(StaffAddresses.Root)).Text);
        Assert.Equal(StaffAddresses.SignIn, (await elsewhere.GetAsync(StaffAddresses.MyAccount)).Location);
        Assert.Contains("password-changed an an", scene.Told);

        Task<Visitor.Shown> ChangeAsync(string current, string wanted, string repeat) =>
            visitor.PostAsync(StaffAddresses.MyAccount, null, ("Current", current), ("Next", wanted), ("Repeat", repeat));
    }

    [Fact]
    public async Task An_administrator_adds_changes_locks_and_reads_what_was_done()
    {
        await using var scene = await StaffScene.BeginAsync();
        var hoa = await scene.SignedInAsync("hoa");
        Assert.Equal(StaffAddresses.Accounts, (await hoa.PostAsync(StaffAddresses.Accounts, null, ("Name", "an"), ("Role", "editor"), ("Password", StaffScene.Password))).Location);
        Assert.Contains("[fault.taken]", (await hoa.PostAsync(StaffAddresses.Accounts, null, ("Name", "An"), ("Role", "editor"), ("Password", StaffScene.Password))).Text);
        var account = scene.Store.FindByKey("an")!;
        Assert.True(account is { Role: StaffRole.Editor, IsTemporary: true, IsEnrolled: false });
        var page = $"{StaffAddresses.Accounts}/{account.Id}";
        foreach (var (handler, fields) in ((string, (string, string)[])[])[("Role", [("Role", "publisher")]), ("Lock", []), ("Factor", []),
            ("Password", [("Password", "nắng lên trên đồi chè")])])
            Assert.Contains("[done]", (await hoa.PostAsync(page, page + "?handler=" + handler, fields)).Text);
        Assert.True(scene.Store.Find(account.Id) is { Role: StaffRole.Publisher, IsLocked: true });
        Assert.Contains("[state.locked]", (await hoa.GetAsync(StaffAddresses.Accounts)).Text);
        var own = $"{StaffAddresses.Accounts}/{scene.Store.FindByKey("hoa")!.Id}";
        Assert.Contains("[fault.last-administrator]", (await hoa.PostAsync(own, own + "?handler=Lock")).Text);
        var log = (await hoa.GetAsync(StaffAddresses.Audit)).Text;
        Assert.All((string[])["added", "role-changed", "locked", "factor-reset", "password-given", "signed-in"], e => Assert.Contains($"[event.{e}]", log));
        Assert.Equal(HttpStatusCode.NotFound, (await hoa.GetAsync(StaffAddresses.Accounts + "/khong-co")).Status);
    }
}

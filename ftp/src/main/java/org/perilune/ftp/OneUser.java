package org.perilune.ftp;

import java.net.InetAddress;
import java.util.List;
import org.apache.ftpserver.ftplet.Authentication;
import org.apache.ftpserver.ftplet.AuthenticationFailedException;
import org.apache.ftpserver.ftplet.User;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.usermanager.PasswordEncryptor;
import org.apache.ftpserver.usermanager.SaltedPasswordEncryptor;
import org.apache.ftpserver.usermanager.UsernamePasswordAuthentication;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** The one user of the server. The password itself is not kept. */
final class OneUser implements UserManager {
    private final PasswordEncryptor encryptor = new SaltedPasswordEncryptor();
    private final String name;
    private final String saltedPassword;
    private final FtpLimits limits;
    private final LoginThrottle throttle;

    OneUser(String name, String password, FtpLimits limits, LoginThrottle throttle) {
        this.name = name;
        this.saltedPassword = encryptor.encrypt(password);
        this.limits = limits;
        this.throttle = throttle;
    }

    private BaseUser user() {
        BaseUser user = new BaseUser();
        user.setName(name);
        user.setEnabled(true);
        user.setHomeDirectory("/");
        user.setMaxIdleTime((int) limits.idleTime().toSeconds());
        user.setAuthorities(
                List.of(new WritePermission(), new ConcurrentLoginPermission(limits.sessions(), limits.sessions())));
        return user;
    }

    @Override
    public User authenticate(Authentication authentication) throws AuthenticationFailedException {
        if (!(authentication instanceof UsernamePasswordAuthentication given)) {
            throw new AuthenticationFailedException("a name and a password are asked for");
        }
        InetAddress from = given.getUserMetadata().getInetAddress();
        if (!throttle.mayTry(from)) {
            throw new AuthenticationFailedException("too many failures");
        }
        String password = given.getPassword() == null ? "" : given.getPassword();
        // Both are looked at in any case, so that the time tells nothing of the name.
        boolean isRight = encryptor.matches(password, saltedPassword);
        if (!isRight || !name.equals(given.getUsername())) {
            throttle.failed(from);
            throw new AuthenticationFailedException("wrong name or password");
        }
        return user();
    }

    @Override
    public User getUserByName(String wanted) {
        return doesExist(wanted) ? user() : null;
    }

    @Override
    public String[] getAllUserNames() {
        return new String[] {name};
    }

    @Override
    public void delete(String user) {
        throw new UnsupportedOperationException("the user stays");
    }

    @Override
    public void save(User user) {
        throw new UnsupportedOperationException("the user stays as he is");
    }

    @Override
    public boolean doesExist(String wanted) {
        return name.equals(wanted);
    }

    @Override
    public String getAdminName() {
        return name;
    }

    @Override
    public boolean isAdmin(String user) {
        return false;
    }
}
